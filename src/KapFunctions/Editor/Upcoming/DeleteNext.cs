using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Upcoming;

/// <summary>DELETE /api/editor/next?path=: gives up the next version that If-Match names.</summary>
public sealed class DeleteNext(NextWriting next)
{
    [Function(nameof(DeleteNext))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/editor/next")] HttpRequest request,
        CancellationToken cancellation
    ) => next.DeleteAsync(request, cancellation);
}
