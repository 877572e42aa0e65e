using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Preview;

/// <summary>GET /api/preview/{token}/html: the page behind a preview link, in the site's own design.</summary>
public sealed class GetPreviewHtml(Previews previews)
{
    [Function(nameof(GetPreviewHtml))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/preview/{token}/html")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    ) => previews.HtmlAsync(token, cancellation);
}
