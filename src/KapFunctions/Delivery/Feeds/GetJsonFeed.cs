using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /feed.json: the newest posts as JSON Feed.</summary>
public sealed class GetJsonFeed(FeedAnswers feeds)
{
    [Function(nameof(GetJsonFeed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "feed.json")] HttpRequest request,
        CancellationToken cancellation
    ) => feeds.OfSiteAsync("feed.json", cancellation);
}
