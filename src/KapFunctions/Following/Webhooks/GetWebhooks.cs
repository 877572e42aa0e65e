using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Following.Webhooks;

/// <summary>GET /api/editor/webhooks: how far each target was told, and what could not be delivered.</summary>
public sealed class GetWebhooks(WebhookReports reports)
{
    [Function(nameof(GetWebhooks))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/webhooks")] HttpRequest request,
        CancellationToken cancellation
    ) => reports.ShowAsync(cancellation);
}
