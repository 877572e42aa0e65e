using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Desk;

/// <summary>GET /desk: where editors write. The page itself is public and holds nothing; the API behind it asks for a key.</summary>
public sealed class GetDesk(DeskFiles files)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(GetDesk))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request
    ) => new DeskShell(files);
}
