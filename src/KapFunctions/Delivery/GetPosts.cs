using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery;

/// <summary>GET /api/posts: posts, newest first, a page at a time, of one tag where <c>tag</c> names it.</summary>
public sealed class GetPosts(ListAnswers lists)
{
    /// <summary>Answers with the list.</summary>
    [Function(nameof(GetPosts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/posts")] HttpRequest request,
        CancellationToken cancellation
    ) => lists.PostsAsync(request.Query, cancellation);
}
