using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery;

/// <summary>GET /api/posts/{slug}/source: the Markdown that is published.</summary>
public sealed class GetPostSource(PostAnswers posts)
{
    /// <summary>Answers with the source.</summary>
    [Function(nameof(GetPostSource))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/posts/{slug}/source")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => posts.SourceAsync(slug, cancellation);
}
