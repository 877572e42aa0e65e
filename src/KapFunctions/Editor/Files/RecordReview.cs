using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>POST /api/editor/review: writes into a file's head that its text was reviewed today, and publishes it.</summary>
public sealed class RecordReview(ReviewRecording reviews)
{
    /// <summary>Takes <c>{"path","etag","by"}</c>; without a name the one that is there stays.</summary>
    [Function(nameof(RecordReview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/review")] HttpRequest request,
        CancellationToken cancellation
    ) => reviews.RecordAsync(request, cancellation);
}
