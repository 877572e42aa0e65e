using KapFunctions.Content.OwnFields;
using KapFunctions.Http;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Schema;

/// <summary>GET /schema/post.json: what a head may say, with the fields that the site declares, for text editors.</summary>
public sealed class GetPostSchema(Answers answers)
{
    [Function(nameof(GetPostSchema))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = PostSchema.Path)]
            HttpRequest request,
        CancellationToken cancellation
    ) =>
        answers.ServeAsync(
            PostSchema.Path,
            (view, _) => new(new AnswerResult(new("application/schema+json", PostSchema.Of(view.Site.Settings)))),
            cancellation
        );
}
