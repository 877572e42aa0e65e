using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Following.Webhooks;

/// <summary>POST /api/editor/webhooks/retry: tries a delivery again that was given up.</summary>
public sealed class RetryWebhook(WebhookReports reports)
{
    [Function(nameof(RetryWebhook))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/webhooks/retry")] HttpRequest request,
        CancellationToken cancellation
    ) => reports.RetryAsync(request, cancellation);
}
