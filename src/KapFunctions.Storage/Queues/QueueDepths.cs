using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Queues;

/// <summary>A queue and about how many messages it holds, those that are invisible for now included.</summary>
public sealed record QueueDepth(string Name, int Messages);

/// <summary>Tells how much waits in each queue, and what was given up.</summary>
public sealed class QueueDepths(StorageClients clients)
{
    private static readonly string[] Names =
    [
        StorageNames.ContentEventsQueue,
        StorageNames.ContentEventsQueue + StorageNames.PoisonSuffix,
        StorageNames.BlobPoisonQueue,
        StorageNames.WebhookQueue,
        StorageNames.WebhookQueue + StorageNames.PoisonSuffix,
    ];

    /// <summary>The depth of every queue; 0 for a poison queue that does not exist yet.</summary>
    public Task<QueueDepth[]> ReadAsync(CancellationToken cancellation) =>
        Task.WhenAll(Names.Select(name => ReadAsync(name, cancellation)));

    private async Task<QueueDepth> ReadAsync(string name, CancellationToken cancellation)
    {
        var queue = clients.Queues.GetQueueClient(name);
        var properties = await NotFound.AsNullAsync(async () => (await queue.GetPropertiesAsync(cancellation)).Value);
        return new(name, properties?.ApproximateMessagesCount ?? 0);
    }
}
