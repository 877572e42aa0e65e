using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Queues;

/// <summary>Says "look at this path" as Event Grid says it, where something here noticed that somebody should.</summary>
public sealed class ContentEvents(StorageClients clients)
{
    private QueueClient Queue => clients.Queues.GetQueueClient(StorageNames.ContentEventsQueue);

    public async Task SendLookAtAsync(string path, CancellationToken cancellation)
    {
        var message = JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["subject"] = $"/blobServices/default/containers/{StorageNames.ContentContainer}/blobs/{path}",
                ["eventType"] = "KapFunctions.LookAt",
            }
        );
        // The Functions host reads base64, and sends plain text to the poison queue.
        await Queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(message)), cancellation);
    }
}
