using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Following.Changes;

/// <summary>GET /api/changes: what was published, updated, moved or taken down after a cursor.</summary>
public sealed class GetChanges(ChangeFeed changes)
{
    [Function(nameof(GetChanges))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/changes")]
            HttpRequest request,
        CancellationToken cancellation
    ) => changes.PageAsync(request.Query, cancellation);
}
