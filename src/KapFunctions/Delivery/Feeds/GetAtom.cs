using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Feeds;

/// <summary>GET /atom.xml: the newest posts as Atom.</summary>
public sealed class GetAtom(FeedAnswers feeds)
{
    [Function(nameof(GetAtom))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "atom.xml")] HttpRequest request,
        CancellationToken cancellation
    ) => feeds.OfSiteAsync("atom.xml", cancellation);
}
