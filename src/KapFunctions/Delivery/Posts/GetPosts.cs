using KapFunctions.Delivery.Lists;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/posts: posts, newest first; <c>filter</c>, <c>order</c>, <c>limit</c>, <c>page</c>, <c>fields</c>,
/// <c>include</c>, <c>formats</c>.</summary>
public sealed class GetPosts(ListAnswers lists)
{
    [Function(nameof(GetPosts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/posts")] HttpRequest request,
        CancellationToken cancellation
    ) => lists.ListAsync("posts", request, cancellation);
}
