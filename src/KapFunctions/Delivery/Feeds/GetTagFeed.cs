using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /tag/{slug}/rss.xml, …/atom.xml and …/feed.json: the newest posts of a tag.</summary>
public sealed class GetTagFeed(FeedAnswers feeds)
{
    [Function(nameof(GetTagFeed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "tag/{slug}/{file}")]
            HttpRequest request,
        string slug,
        string file,
        CancellationToken cancellation
    ) => feeds.OfTagAsync(slug, file, cancellation);
}
