using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Upcoming;

/// <summary>POST /api/editor/next/publish: puts the next version of a file live.</summary>
public sealed class PublishNext(NextWriting next)
{
    /// <summary>Takes <c>{"path","etag","over"}</c>.</summary>
    [Function(nameof(PublishNext))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/next/publish")] HttpRequest request,
        CancellationToken cancellation
    ) => next.PublishAsync(request, cancellation);
}
