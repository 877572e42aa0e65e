using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/posts/{slug}/source: what is published, as Markdown.</summary>
public sealed class GetPostSource(PostAnswers posts)
{
    /// <summary>Answers with the Markdown that readers may have, never with the author's file.</summary>
    [Function(nameof(GetPostSource))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/posts/{slug}/source")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => posts.SourceAsync(slug, cancellation);
}
