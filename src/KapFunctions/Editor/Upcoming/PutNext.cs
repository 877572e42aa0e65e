using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Upcoming;

/// <summary>PUT /api/editor/next?path=&amp;base=: writes the next version of a file, which no reader sees.</summary>
public sealed class PutNext(NextWriting next)
{
    /// <summary>Needs If-Match with the next version that is replaced, or <c>If-None-Match: *</c> for the first.</summary>
    [Function(nameof(PutNext))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/editor/next")] HttpRequest request,
        CancellationToken cancellation
    ) => next.WriteAsync(request, cancellation);
}
