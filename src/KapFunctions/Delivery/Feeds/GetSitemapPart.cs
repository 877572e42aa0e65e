using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /sitemaps/{file}: a part of the sitemap of a very large site.</summary>
public sealed class GetSitemapPart(SitemapAnswers sitemap)
{
    [Function(nameof(GetSitemapPart))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "sitemaps/{file}")]
            HttpRequest request,
        string file,
        CancellationToken cancellation
    ) => sitemap.PartAsync(file, cancellation);
}
