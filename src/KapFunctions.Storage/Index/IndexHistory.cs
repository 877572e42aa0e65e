using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Storage.Index;

/// <summary>What sources cannot tell, kept twice: who holds which slug, ids and first-seen dates, departures. The rows stand in
/// the index; a copy stands in a blob, written whenever they changed and read back where the index was lost.</summary>
public sealed class IndexHistory(StorageClients clients, IndexReader reader)
{
    private const string BlobName = "history/current.jsonl.gz";
    private const string EpochKey = "epoch";
    private const string SequenceKey = "sequence";

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</summary>
    private const int MaxTransactionRows = 100;

    private const int BlockBytes = 4 << 20;

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
        if (saved is { } sequence && !await TouchedAfterAsync(sequence, head, cancellation))
        {
            await Blob.SetMetadataAsync(position, cancellationToken: cancellation);
            return;
        }

        // Written whole or not at all: what is read here may break off, or be wiped meanwhile, and the old copy is good.
        await using var copy = TemporaryFile.Create();
        await PackAsync(copy, cancellation);
        if ((await reader.ReadHeadAsync(cancellation))?.Epoch != head.Epoch)
        {
            return;
        }

        copy.Position = 0;
        await Blob.UploadAsync(
            copy,
            new BlobUploadOptions
            {
                Metadata = position,
                TransferOptions = new() { InitialTransferSize = BlockBytes, MaximumTransferSize = BlockBytes },
            },
            cancellation
        );
    }

    /// <summary>Adds the copy's rows that the index no longer has, then opens the index for commits. Each step moves the head, so
    /// that of several processes one restores, and none over what was committed since.</summary>
    /// <returns>The head behind the last step.</returns>
    internal async Task<Stored<Head>> RestoreAsync(Stored<Head> head, CancellationToken cancellation)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in reader.ReadHistoryAsync(cancellation))
        {
            present.Add(row.Key);
        }

        await foreach (
            var rows in ReadCopyAsync(cancellation)
                .Where(row => IndexKeys.IsHistory(row.Key) && present.Add(row.Key))
                .Chunk(MaxTransactionRows - 1)
                .WithCancellation(cancellation)
        )
        {
            head = await WriteAsync(rows, head.Value!, head.ETag!.Value, cancellation);
        }

        return await WriteAsync([], head.Value! with { Restoring = false }, head.ETag!.Value, cancellation);
    }

    private async Task<Stored<Head>> WriteAsync(
        IEnumerable<HistoryRow> rows,
        Head head,
        ETag version,
        CancellationToken cancellation
    )
    {
        TableTransactionAction[] actions =
        [
            .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, EntityOf(row))),
            new(TableTransactionActionType.UpdateReplace, IndexEntity.From(head), version),
        ];
        var responses = await clients.Index.SubmitTransactionAsync(actions, cancellation);
        return new(head, responses.Value[^1].Headers.ETag);
    }

    private static TableEntity EntityOf(HistoryRow row)
    {
        var entity = IndexEntity.FromJson(row.Key, row.Json);
        if (row.Kept is { } kept)
        {
            entity[nameof(KeptRow)] = kept;
        }

        if (row.Left is { } left)
        {
            entity[nameof(LeftRow)] = left;
        }

        return entity;
    }

    private async Task PackAsync(Stream to, CancellationToken cancellation)
    {
        await using var compressed = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true);
        await foreach (var row in reader.ReadHistoryAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(compressed, row, IndexJson.Default.HistoryRow, cancellation);
            compressed.WriteByte((byte)'\n');
        }
    }

    /// <summary>The rows of the copy, as far as it can be read: somebody may have corrupted it, and the site goes on without.</summary>
    private async IAsyncEnumerable<HistoryRow> ReadCopyAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!await Blob.ExistsAsync(cancellation))
        {
            yield break;
        }

        await using var stream = await Blob.OpenReadAsync(cancellationToken: cancellation);
        await using var plain = new GZipStream(stream, CompressionMode.Decompress);
        using var lines = new StreamReader(plain);
        while (await ReadLineAsync(lines, cancellation) is { } line)
        {
            if (RowIn(line) is { } row)
            {
                yield return row;
            }
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader lines, CancellationToken cancellation)
    {
        try
        {
            return await lines.ReadLineAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static HistoryRow? RowIn(string line)
    {
        try
        {
            return
                JsonSerializer.Deserialize(line, IndexJson.Default.HistoryRow) is { Key: not null, Json: not null } row
                ? row
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The sequence of <paramref name="epoch"/> up to which the copy is good; null where there is no such copy.</summary>
    private Task<long?> SavedUpToAsync(string epoch, CancellationToken cancellation) =>
        NotFound.AsNullAsync<long?>(async () =>
        {
            var metadata = (await Blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.Metadata;
            return
                metadata.TryGetValue(EpochKey, out var savedEpoch)
                && savedEpoch == epoch
                && metadata.TryGetValue(SequenceKey, out var text)
                && long.TryParse(text, CultureInfo.InvariantCulture, out var sequence)
                ? sequence
                : null;
        });

    /// <summary>Whether an entry after <paramref name="saved"/> touched it, or may have: one that was lost does not tell.</summary>
    private async Task<bool> TouchedAfterAsync(long saved, Head head, CancellationToken cancellation)
    {
        var last = saved;
        await foreach (var entry in reader.ReadLogAsync(head.Epoch, saved, cancellation))
        {
            if (entry.TouchesHistory)
            {
                return true;
            }

            last = entry.Sequence;
        }

        return last < head.Sequence;
    }
}
