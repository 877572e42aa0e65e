using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Webhooks;

/// <summary>Every minute: tells webhook targets what a lost word left untold.</summary>
public sealed class DispatchWebhooks(WebhookDispatcher dispatcher)
{
    /// <summary>Tells every target.</summary>
    [Function(nameof(DispatchWebhooks))]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        dispatcher.RunAsync(cancellation);
}
