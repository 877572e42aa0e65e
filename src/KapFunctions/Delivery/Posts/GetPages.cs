using KapFunctions.Delivery.Lists;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/pages: pages, by title; <c>filter</c>, <c>order</c>, <c>limit</c>, <c>page</c>, <c>fields</c>,
/// <c>include</c>, <c>formats</c>.</summary>
public sealed class GetPages(ListAnswers lists)
{
    [Function(nameof(GetPages))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/pages")] HttpRequest request,
        CancellationToken cancellation
    ) => lists.ListAsync("pages", request, cancellation);
}
