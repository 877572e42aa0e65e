using System.Text.Json;
using KapFunctions.Following.Cdn;
using KapFunctions.Publishing.Schedule;
using KapFunctions.Storage.Account;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Following.Webhooks;

/// <summary>Makes a delivery. A message without one says that something is due: the log is told of posts whose moment has
/// come, and followers look at the log.</summary>
public sealed class DeliverWebhooks(
    DueAnnouncer announcer,
    WebhookDispatcher dispatcher,
    CdnPurger purger,
    WebhookSender sender
)
{
    /// <summary>Handles one message; one that cannot be read goes to the poison queue.</summary>
    [Function(nameof(DeliverWebhooks))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.WebhookQueue, Connection = StorageNames.Connection)] string message,
        CancellationToken cancellation
    ) =>
        JsonSerializer.Deserialize(message, WebhookJson.Default.WebhookMessage)?.Delivery is { } delivery
            ? sender.SendAsync(delivery, cancellation)
            : LookAsync(cancellation);

    private async Task LookAsync(CancellationToken cancellation)
    {
        await announcer.RunAsync(cancellation);
        await Task.WhenAll(dispatcher.RunAsync(cancellation), purger.RunAsync(cancellation));
    }
}
