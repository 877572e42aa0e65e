using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Desk;

/// <summary>GET /desk: where editors write. The page is public and empty; the API behind it asks for a key.</summary>
public sealed class GetDesk(DeskFiles files)
{
    [Function(nameof(GetDesk))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request
    ) => new DeskShell(files);
}
