using Azure.Data.Tables;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Index;

/// <summary>Keeps the log at a length: the entries of lost epochs go, and those older than the last <see cref="Kept"/>.</summary>
public sealed class IndexLogTrim(StorageClients clients, IndexReader reader)
{
    public const int Kept = 100_000;

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</summary>
    private const int MaxTransactionRows = 100;

    public async Task<int> RunAsync(Head head, CancellationToken cancellation)
    {
        var first = IndexKeys.Log(head.Epoch, Math.Max(1, head.Sequence - Kept + 1));
        var removed = 0;
        await foreach (
            var keys in reader
                .ReadLogKeysOutsideAsync(first, head.Epoch, cancellation)
                .Chunk(MaxTransactionRows)
                .WithCancellation(cancellation)
        )
        {
            await clients.Index.SubmitTransactionAsync(
                keys.Select(key => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    new TableEntity(IndexEntity.Partition, key) { ETag = Azure.ETag.All }
                )),
                cancellation
            );
            removed += keys.Length;
        }

        return removed;
    }
}
