using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /rss.xml: the newest posts as RSS 2.0.</summary>
public sealed class GetRss(FeedAnswers feeds)
{
    [Function(nameof(GetRss))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "rss.xml")] HttpRequest request,
        CancellationToken cancellation
    ) => feeds.OfSiteAsync("rss.xml", cancellation);
}
