using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/pages/{slug}: the page as JSON; 301 where it moved, 404 for a post, 410 where deleted.</summary>
public sealed class GetPage(PostAnswers posts)
{
    [Function(nameof(GetPage))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/pages/{slug}")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => posts.PageJsonAsync(slug, request.Query["lang"], cancellation);
}
