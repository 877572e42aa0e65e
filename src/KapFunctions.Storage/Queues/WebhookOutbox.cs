using System.Text;
using Azure.Storage.Queues;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Queues;

/// <summary>Deliveries that are to be made, now or when their message becomes visible.</summary>
public sealed class WebhookOutbox(StorageClients clients)
{
    private QueueClient Queue => clients.Queues.GetQueueClient(StorageNames.WebhookQueue);

    /// <summary>Sends a message that nobody sees before <paramref name="delay"/> is over.</summary>
    public async Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        // The Functions host reads base64, and sends plain text to the poison queue.
        await Queue.SendMessageAsync(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(message)),
            visibilityTimeout: delay,
            cancellationToken: cancellation
        );
}
