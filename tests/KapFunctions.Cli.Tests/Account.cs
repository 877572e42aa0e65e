using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using KapFunctions.Storage.Account;

namespace KapFunctions.Cli.Tests;

/// <summary>Searches a storage account: all that is in it, blobs with their snapshots, rows and messages.</summary>
internal static class Account
{
    /// <summary>Where <paramref name="word"/> stands: folders of <c>rendered</c>, other containers, tables and queues.</summary>
    public static async Task<IReadOnlyList<string>> PlacesOfAsync(StorageClients storage, string word)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var container in storage.Blobs.GetBlobContainersAsync())
        {
            places.UnionWith(await PlacesAsync(storage.Blobs.GetBlobContainerClient(container.Name), word));
        }

        await foreach (var row in storage.Index.QueryAsync<TableEntity>())
        {
            if (
                ((IDictionary<string, object>)row).Values.Any(value =>
                    Has(Encoding.UTF8.GetBytes(value?.ToString() ?? ""), word)
                )
            )
            {
                places.Add(storage.Index.Name);
            }
        }

        await foreach (var queue in storage.Queues.GetQueuesAsync())
        {
            var messages = await storage.Queues.GetQueueClient(queue.Name).PeekMessagesAsync(32);
            if (messages.Value.Any(message => Has(Convert.FromBase64String(message.Body.ToString()), word)))
            {
                places.Add(queue.Name);
            }
        }

        return [.. places];
    }

    /// <summary>The names of blobs that begin with <paramref name="prefix"/>.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container, string prefix) =>
        await container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }).Select(blob => blob.Name).ToListAsync();

    private static async Task<IReadOnlyList<string>> PlacesAsync(BlobContainerClient container, string word)
    {
        var places = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { States = BlobStates.Snapshots }))
        {
            var client = container.GetBlobBaseClient(blob.Name);
            var found = blob.Snapshot is { } snapshot ? client.WithSnapshot(snapshot) : client;
            var bytes = (await found.DownloadContentAsync()).Value.Content.ToArray();
            if (Has(Unpacked(bytes), word) || Has(Encoding.UTF8.GetBytes(blob.Name), word))
            {
                places.Add(container.Name == StorageNames.RenderedContainer ? blob.Name.Split('/')[0] : container.Name);
            }
        }

        return places;
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..])
        {
            return bytes;
        }

        using var plain = new MemoryStream();
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        packed.CopyTo(plain);
        return plain.ToArray();
    }

    private static bool Has(byte[] bytes, string word) =>
        Encoding.UTF8.GetString(bytes).Contains(word, StringComparison.OrdinalIgnoreCase);
}
