using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Upcoming;

/// <summary>GET /api/editor/next/diff?path=: what is different from the live file, by words.</summary>
public sealed class GetNextDifference(NextVersions next)
{
    [Function(nameof(GetNextDifference))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/next/diff")] HttpRequest request,
        CancellationToken cancellation
    ) => next.CompareAsync(request, cancellation);
}
