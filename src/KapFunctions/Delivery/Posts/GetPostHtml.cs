using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/posts/{slug}/html: the article, with an ETag so that an unchanged one costs a 304.</summary>
public sealed class GetPostHtml(PostAnswers posts)
{
    [Function(nameof(GetPostHtml))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/posts/{slug}/html")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => posts.HtmlAsync(slug, request.Query["lang"], cancellation);
}
