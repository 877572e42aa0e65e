using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Search;

/// <summary>GET /api/search?q=: what readers look for, best first, with what was found marked.</summary>
public sealed class GetSearch(SearchAnswers search)
{
    [Function(nameof(GetSearch))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/search")] HttpRequest request,
        CancellationToken cancellation
    ) => search.SearchAsync(request.Query, cancellation);
}
