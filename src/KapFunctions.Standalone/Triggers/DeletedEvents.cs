using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Triggers;

/// <summary>No blob trigger tells of deletions: https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage</summary>
internal sealed class DeletedEvents(StorageClients storage, TimeProvider clock)
{
    private readonly QueueClient queue = storage.Queues.GetQueueClient(StorageNames.ContentEventsQueue);

    public async Task SendAsync(BlobContainerClient container, string name, CancellationToken cancellation)
    {
        var deleted = new
        {
            topic = $"/storageAccounts/{container.AccountName}",
            subject = $"/blobServices/default/containers/{container.Name}/blobs/{name}",
            eventType = "Microsoft.Storage.BlobDeleted",
            id = Guid.NewGuid(),
            eventTime = clock.GetUtcNow(),
            data = new
            {
                api = "DeleteBlob",
                contentType = "application/octet-stream",
                blobType = "BlockBlob",
                url = container.GetBlobClient(name).Uri.AbsoluteUri,
            },
            dataVersion = "",
            metadataVersion = "1",
        };
        var body = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(deleted));
        await queue.SendMessageAsync(body, cancellation);
    }
}
