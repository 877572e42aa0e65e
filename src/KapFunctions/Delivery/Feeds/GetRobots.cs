using System.Text;
using KapFunctions.Http;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /robots.txt: everything that readers see may be found; where the sitemap is.</summary>
public sealed class GetRobots(PublicUrls urls)
{
    [Function(nameof(GetRobots))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "robots.txt")] HttpRequest request
    ) =>
        new AnswerResult(
            new(
                "text/plain; charset=utf-8",
                Encoding.UTF8.GetBytes(
                    $"User-agent: *\nDisallow: /api/editor/\nDisallow: /api/preview/\nDisallow: /desk\n\nSitemap: {urls.Self}/sitemap.xml\n"
                )
            )
        );
}
