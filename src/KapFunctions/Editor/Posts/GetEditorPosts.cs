using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Posts;

/// <summary>GET /api/editor/posts: every post and page with its state and how many problems it has.</summary>
public sealed class GetEditorPosts(PostOverview posts)
{
    [Function(nameof(GetEditorPosts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/posts")] HttpRequest request,
        CancellationToken cancellation
    ) => posts.ListAsync(cancellation);
}
