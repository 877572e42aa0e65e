using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /sitemap.xml: every address of the site, or of the parts of the list.</summary>
public sealed class GetSitemap(SitemapAnswers sitemap)
{
    [Function(nameof(GetSitemap))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "sitemap.xml")]
            HttpRequest request,
        CancellationToken cancellation
    ) => sitemap.WholeAsync(cancellation);
}
