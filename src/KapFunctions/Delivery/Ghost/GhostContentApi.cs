using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Ghost;

/// <summary>GET /ghost/api/content/…: Ghost's Content API, with its old versioned addresses. One function takes all of
/// them, since what lies below /ghost must answer in Ghost's envelope even where nothing is there.</summary>
public sealed class GhostContentApi(GhostContent content)
{
    [Function(nameof(GhostContentApi))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "ghost/{*path}")]
            HttpRequest request,
        string? path,
        CancellationToken cancellation
    ) => content.ServeAsync(request, path ?? "", cancellation);
}
