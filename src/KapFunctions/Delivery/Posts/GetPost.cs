using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/posts/{slug}: the post as JSON; 301 where it moved, 410 where it was deleted.</summary>
public sealed class GetPost(PostAnswers posts)
{
    [Function(nameof(GetPost))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/posts/{slug}")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => posts.JsonAsync(slug, request.Query["lang"], cancellation);
}
