using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/posts/{slug}/source: what is published, as Markdown; never the author's file.</summary>
public sealed class GetPostSource(PostAnswers posts)
{
    [Function(nameof(GetPostSource))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/posts/{slug}/source")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => posts.SourceAsync(slug, request.Query["lang"], cancellation);
}
