using KapFunctions.Delivery.Lists;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Terms;

/// <summary>GET /api/tags: the tags of published posts, with how many; <c>filter</c>, <c>order</c>, <c>limit</c>,
/// <c>page</c>, <c>fields</c>, <c>include</c>, <c>formats</c>.</summary>
public sealed class GetTags(ListAnswers lists)
{
    [Function(nameof(GetTags))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/tags")] HttpRequest request,
        CancellationToken cancellation
    ) => lists.ListAsync("tags", request, cancellation);
}
