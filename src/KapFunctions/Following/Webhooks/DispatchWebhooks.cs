using KapFunctions.Following.Cdn;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Following.Webhooks;

/// <summary>Every minute: tells webhooks and the cache in front what a lost word or a failure left untold.</summary>
public sealed class DispatchWebhooks(WebhookDispatcher dispatcher, CdnPurger purger)
{
    [Function(nameof(DispatchWebhooks))]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        Task.WhenAll(dispatcher.RunAsync(cancellation), purger.RunAsync(cancellation));
}
