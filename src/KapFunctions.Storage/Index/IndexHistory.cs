using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Index;

/// <summary>
/// What sources cannot tell, kept twice: who holds which slug, ids and first-seen dates, departures. The rows stand in the
/// index; a copy stands in a blob, written whenever they changed and read back where the index was lost.
/// </summary>
public sealed class IndexHistory(StorageClients clients, IndexReader reader)
{
    private const string BlobName = "history/current.jsonl.gz";
    private const string EpochKey = "epoch";
    private const string SequenceKey = "sequence";

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</summary>
    private const int MaxTransactionRows = 100;

    private BlobClient Blob => clients.Rendered.GetBlobClient(BlobName);

    /// <summary>Writes the copy anew, unless no history row changed since the last one.</summary>
    public async Task SaveAsync(Head head, CancellationToken cancellation)
    {
        var saved = await SavedUpToAsync(head.Epoch, cancellation);
        if (saved == head.Sequence)
        {
            return;
        }

        var position = new Dictionary<string, string>
        {
            [EpochKey] = head.Epoch,
            [SequenceKey] = head.Sequence.ToString(CultureInfo.InvariantCulture),
        };
        if (saved is { } sequence && !await TouchedAfterAsync(head.Epoch, sequence, cancellation))
        {
            await Blob.SetMetadataAsync(position, cancellationToken: cancellation);
            return;
        }

        await using var stream = await Blob.OpenWriteAsync(
            overwrite: true,
            new BlobOpenWriteOptions { Metadata = position },
            cancellation
        );
        await using var compressed = new GZipStream(stream, CompressionLevel.Optimal);
        await foreach (var row in reader.ReadHistoryAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(compressed, row, StorageJson.Default.HistoryRow, cancellation);
            compressed.WriteByte((byte)'\n');
        }
    }

    /// <summary>Adds the copy's rows that the index no longer has.</summary>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in reader.ReadHistoryAsync(cancellation))
        {
            present.Add(row.Key);
        }

        await foreach (
            var rows in ReadCopyAsync(cancellation)
                .Where(row => !present.Contains(row.Key))
                .Chunk(MaxTransactionRows)
                .WithCancellation(cancellation)
        )
        {
            await clients.Index.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    IndexEntity.FromJson(row.Key, row.Json)
                )),
                cancellation
            );
        }
    }

    private async IAsyncEnumerable<HistoryRow> ReadCopyAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (!await Blob.ExistsAsync(cancellation))
        {
            yield break;
        }

        await using var stream = await Blob.OpenReadAsync(cancellationToken: cancellation);
        await using var plain = new GZipStream(stream, CompressionMode.Decompress);
        using var lines = new StreamReader(plain);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (JsonSerializer.Deserialize(line, StorageJson.Default.HistoryRow) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>The sequence of <paramref name="epoch"/> up to which the copy is good; null where there is no such copy.</summary>
    private async Task<long?> SavedUpToAsync(string epoch, CancellationToken cancellation)
    {
        try
        {
            var metadata = (await Blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
            return
                metadata.TryGetValue(EpochKey, out var savedEpoch)
                && savedEpoch == epoch
                && metadata.TryGetValue(SequenceKey, out var text)
                && long.TryParse(text, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    private async Task<bool> TouchedAfterAsync(string epoch, long sequence, CancellationToken cancellation)
    {
        await foreach (var entry in reader.ReadLogAsync(epoch, sequence, cancellation))
        {
            if (entry.TouchesHistory)
            {
                return true;
            }
        }

        return false;
    }
}
