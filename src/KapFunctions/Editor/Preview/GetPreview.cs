using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Preview;

/// <summary>GET /api/preview/{token}: the post behind a preview link as JSON, for a website's own design.</summary>
public sealed class GetPreview(Previews previews)
{
    [Function(nameof(GetPreview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/preview/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation
    ) => previews.JsonAsync(token, cancellation);
}
