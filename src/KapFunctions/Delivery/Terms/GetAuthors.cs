using KapFunctions.Delivery.Lists;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Terms;

/// <summary>GET /api/authors: the authors of published posts, with how many; <c>filter</c>, <c>order</c>, <c>limit</c>,
/// <c>page</c>, <c>fields</c>, <c>include</c>, <c>formats</c>.</summary>
public sealed class GetAuthors(ListAnswers lists)
{
    [Function(nameof(GetAuthors))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/authors")]
            HttpRequest request,
        CancellationToken cancellation
    ) => lists.ListAsync("authors", request, cancellation);
}
