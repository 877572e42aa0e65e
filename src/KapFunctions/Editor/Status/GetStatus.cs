using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Status;

/// <summary>GET /api/editor/status: how the site stands.</summary>
public sealed class GetStatus(StatusReports reports)
{
    [Function(nameof(GetStatus))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/status")] HttpRequest request,
        CancellationToken cancellation
    ) => reports.ShowAsync(cancellation);
}
