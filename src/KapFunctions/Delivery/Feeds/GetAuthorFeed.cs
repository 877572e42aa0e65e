using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /author/{slug}/rss.xml, …/atom.xml and …/feed.json: the newest posts of an author.</summary>
public sealed class GetAuthorFeed(FeedAnswers feeds)
{
    [Function(nameof(GetAuthorFeed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "author/{slug}/{file}")]
            HttpRequest request,
        string slug,
        string file,
        CancellationToken cancellation
    ) => feeds.OfAuthorAsync(slug, file, cancellation);
}
