using Azure;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Triggers;

/// <summary>Keeps what failed five times, for a person to look at. The queues are made when they are first needed.</summary>
internal sealed class PoisonQueues(StorageClients storage)
{
    public async Task SendAsync(string queue, BinaryData body, CancellationToken cancellation)
    {
        var client = storage.Queues.GetQueueClient(queue);
        try
        {
            await client.SendMessageAsync(body, cancellationToken: cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await client.SendMessageAsync(body, cancellationToken: cancellation);
        }
    }

    public Task SendBase64Async(string queue, ReadOnlySpan<byte> body, CancellationToken cancellation) =>
        SendAsync(queue, BinaryData.FromString(Convert.ToBase64String(body)), cancellation);
}
