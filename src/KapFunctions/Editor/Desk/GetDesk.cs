using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Desk;

/// <summary>GET /desk: where editors write. The page is public and empty, unless editors have accounts; the API behind it asks who they
/// are.</summary>
public sealed class GetDesk(DeskFiles files)
{
    [Function(nameof(GetDesk))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk")] HttpRequest request
    ) => new DeskShell(files, usesAccounts: Person.Find(request) is not null);
}
