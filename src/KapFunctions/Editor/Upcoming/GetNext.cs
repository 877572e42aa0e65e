using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Upcoming;

/// <summary>GET /api/editor/next?path=: the next version of a file beside the live one; without a path all of them.</summary>
public sealed class GetNext(NextVersions next)
{
    [Function(nameof(GetNext))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/next")] HttpRequest request,
        CancellationToken cancellation
    ) => next.ReadAsync(request, cancellation);
}
