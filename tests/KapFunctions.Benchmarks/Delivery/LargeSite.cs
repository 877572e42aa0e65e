using KapFunctions.Benchmarks.Query;
using KapFunctions.Query.Replicas;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Benchmarks.Delivery;

/// <summary>
/// An emulator that holds the head of an index and a snapshot of 100,000 generated posts at it, as they are after a large
/// site was published and its snapshot saved.
/// </summary>
internal sealed class LargeSite(AzuriteProcess azurite) : IAsyncDisposable
{
    public const int Posts = 100_000;

    public string ConnectionString => azurite.ConnectionString;

    public static async Task<LargeSite> MakeAsync(string work)
    {
        var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        var index = new IndexReader(storage);
        await using (var writer = new IndexWriter(storage, index, new IndexHistory(storage, index)))
        {
            await writer.CommitAsync(new() { CompletesIndex = true }, CancellationToken.None);
        }

        var head = (await index.ReadHeadAsync(CancellationToken.None))!;
        using var replica = new Replica(Path.Combine(work, "generated"));
        await replica.LoadAsync(
            head,
            GeneratedSite.Rows(Posts).Select(WithoutBody).ToAsyncEnumerable(),
            AsyncEnumerable.Empty<LogEntry>(),
            CancellationToken.None
        );
        await using var file = File.Create(Path.Combine(work, "snapshot"));
        await replica.SaveSnapshotAsync(file, CancellationToken.None);
        file.Position = 0;
        await new SnapshotStore(storage).SaveAsync(head.Epoch, head.Sequence, file, CancellationToken.None);
        return new(azurite);
    }

    /// <summary>No body is in storage, and the search shall not look for 100,000 of them.</summary>
    private static IndexRow WithoutBody(IndexRow row) => row is PostRow post ? post with { Body = null } : row;

    public ValueTask DisposeAsync() => azurite.DisposeAsync();
}
