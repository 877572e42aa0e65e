using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Index;

/// <summary>A row as it was read, with the ETag that a later write is conditional on. Both are null where there is none; the
/// value alone is null where the row cannot be read, and is written anew, or is of a kind that only a newer program
/// knows.</summary>
public readonly record struct Stored<T>(T? Value, RowVersion? ETag, bool IsNewer = false)
    where T : class;

/// <summary>Reads the index: its head, its log, all its rows, or one by its key.</summary>
public sealed class IndexReader(StorageClients clients)
{
    private TableClient Table => clients.Index;

    public async Task<Head?> ReadHeadAsync(CancellationToken cancellation) =>
        (await ReadStoredHeadAsync(cancellation)).Value;

    /// <summary>Every row that the read side replays. This is no snapshot: rows written meanwhile may or may not be among them,
    /// so note the head before and replay the log after.</summary>
    public async IAsyncEnumerable<IndexRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (from, to) in ReplayedRanges)
        {
            await foreach (var entity in QueryAsync(from, to, cancellation))
            {
                if (IndexRows.Read(entity.RowKey, IndexEntity.DataOf(entity)) is { } row)
                {
                    PassedOver.Count(row);
                    yield return row;
                }
            }
        }
    }

    /// <summary>
    /// The entries of the log of <paramref name="epoch"/> after <paramref name="after"/>, in order, up to its end or to the
    /// first that was lost: whoever follows the log may not pass over one.
    /// </summary>
    public async IAsyncEnumerable<LogEntry> ReadLogAsync(
        string epoch,
        long after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var end = IndexKeys.EndOf(IndexKeys.EpochLogPrefix(epoch));
        await foreach (var entity in QueryAsync(IndexKeys.Log(epoch, after + 1), end, cancellation))
        {
            if (IndexEntity.Read(entity, IndexJson.Default.LogEntry) is not { } entry || entry.Sequence != ++after)
            {
                yield break;
            }

            PassedOver.Count(entry);
            yield return entry;
        }
    }

    public Task<Stored<PostRow>> ReadPostAsync(string path, CancellationToken cancellation) =>
        ReadRowAsync<PostRow>(IndexKeys.Post(path), cancellation);

    public Task<Stored<MediaRow>> ReadMediaAsync(string path, CancellationToken cancellation) =>
        ReadRowAsync<MediaRow>(IndexKeys.Media(path), cancellation);

    public Task<Stored<SiteRow>> ReadSiteAsync(CancellationToken cancellation) =>
        ReadRowAsync<SiteRow>(IndexKeys.Site, cancellation);

    public Task<Stored<RedirectsRow>> ReadRedirectsAsync(CancellationToken cancellation) =>
        ReadRowAsync<RedirectsRow>(IndexKeys.Redirects, cancellation);

    public Task<Stored<ThemeRow>> ReadThemeAsync(string path, CancellationToken cancellation) =>
        ReadRowAsync<ThemeRow>(IndexKeys.Theme(path), cancellation);

    public async Task<Stored<ClaimRow>> ReadClaimAsync(string slug, CancellationToken cancellation) =>
        (await ReadHolderAsync(slug, cancellation)).Claim;

    public async Task<AddressHolder> ReadHolderAsync(string slug, CancellationToken cancellation) =>
        await FindAsync(IndexKeys.Claim(slug), cancellation) is { } entity ? HolderIn(entity) : default;

    internal static AddressHolder HolderIn(TableEntity entity)
    {
        var claim = IndexEntity.Read(entity, IndexJson.Default.ClaimRow);
        var provisional = entity.GetString(nameof(ClaimRow.ProvisionalIn));
        return new(
            new(claim is null ? null : claim with { ProvisionalIn = provisional }, entity.ETag),
            claim is null ? IndexEntity.ReadBeside(entity, nameof(LeftRow), IndexJson.Default.LeftRow) : null
        );
    }

    public async IAsyncEnumerable<Stored<ClaimRow>> ReadClaimsAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var end = IndexKeys.EndOf(IndexKeys.ClaimPrefix);
        await foreach (var entity in QueryAsync(IndexKeys.ClaimPrefix, end, cancellation))
        {
            if (IndexEntity.Read(entity, IndexJson.Default.ClaimRow) is { } claim)
            {
                yield return new(claim, entity.ETag);
            }
        }
    }

    public async Task<PathHistory> ReadHistoryOfAsync(string path, CancellationToken cancellation) =>
        await FindAsync(IndexKeys.Identity(path), cancellation) is { } entity
            ? new(
                new(IndexEntity.Read(entity, IndexJson.Default.IdentityRow), entity.ETag),
                IndexEntity.ReadBeside(entity, nameof(KeptRow), IndexJson.Default.KeptRow)
            )
            : default;

    /// <summary>Without texts where no review of the post is known.</summary>
    public async Task<ReviewRow> ReadReviewsAsync(string id, CancellationToken cancellation) =>
        await FindAsync(IndexKeys.Reviews(id), cancellation) is { } entity
        && IndexEntity.Read(entity, IndexJson.Default.ReviewRow) is { Texts: not null } row
            ? row
            : new(id, []);

    /// <summary>Null where history knows nothing of it.</summary>
    public async Task<SectionsRow?> ReadSectionsAsync(string id, CancellationToken cancellation) =>
        await FindAsync(IndexKeys.Sections(id), cancellation) is { } entity
            ? IndexEntity.Read(entity, IndexJson.Default.SectionsRow)
            : null;

    public async Task<IReadOnlyList<WaitingRow>> ReadWaitingAsync(string slug, CancellationToken cancellation)
    {
        var prefix = IndexKeys.WaitingPrefix(slug);
        var waiting = new List<WaitingRow>();
        await foreach (var entity in QueryAsync(prefix, IndexKeys.EndOf(prefix), cancellation))
        {
            if (IndexEntity.Read(entity, IndexJson.Default.WaitingRow) is { } row)
            {
                waiting.Add(row);
            }
        }

        waiting.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return waiting;
    }

    /// <summary>What was due until <paramref name="now"/> and is not told of yet, the oldest first.</summary>
    public async IAsyncEnumerable<Stored<DueRow>> ReadDueAsync(
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var end = IndexKeys.EndOf(IndexKeys.DueUntil(now));
        await foreach (var entity in QueryAsync(IndexKeys.DuePrefix, end, cancellation))
        {
            if (IndexEntity.Read(entity, IndexJson.Default.DueRow) is { } row)
            {
                yield return new(row, entity.ETag);
            }
        }
    }

    internal async IAsyncEnumerable<HistoryRow> ReadHistoryAsync(
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var prefix in IndexKeys.HistoryPrefixes)
        {
            await foreach (var entity in QueryAsync(prefix, IndexKeys.EndOf(prefix), cancellation))
            {
                var kept = IndexEntity.TextOf(entity, nameof(KeptRow));
                var left = IndexEntity.TextOf(entity, nameof(LeftRow));
                yield return new(entity.RowKey, IndexEntity.DataOf(entity), kept, left);
            }
        }
    }

    internal async IAsyncEnumerable<string> ReadLogKeysOutsideAsync(
        string first,
        string epoch,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var afterEpoch = IndexKeys.EndOf(IndexKeys.EpochLogPrefix(epoch));
        (string From, string To)[] ranges =
        [
            (IndexKeys.LogPrefix, first),
            (afterEpoch, IndexKeys.EndOf(IndexKeys.LogPrefix)),
        ];
        foreach (var (from, to) in ranges)
        {
            await foreach (var entity in QueryAsync(from, to, cancellation))
            {
                yield return entity.RowKey;
            }
        }
    }

    internal async Task<Stored<Head>> ReadStoredHeadAsync(CancellationToken cancellation) =>
        await FindAsync(IndexKeys.Head, cancellation) is { } entity
            ? new Stored<Head>(IndexEntity.ReadHead(entity), entity.ETag)
            : default;

    /// <summary>All but the kinds that stay on the writing side: what a newer program adds is the read side's.</summary>
    private static readonly (string From, string To)[] ReplayedRanges =
    [
        ("", IndexKeys.ClaimPrefix),
        (IndexKeys.EndOf(IndexKeys.ClaimPrefix), IndexKeys.DuePrefix),
        (IndexKeys.EndOf(IndexKeys.DuePrefix), IndexKeys.IdentityPrefix),
        (IndexKeys.EndOf(IndexKeys.IdentityPrefix), IndexKeys.LaterHistoryPrefix),
        (IndexKeys.EndOf(IndexKeys.LaterHistoryPrefix), IndexKeys.LogPrefix),
        (IndexKeys.EndOf(IndexKeys.LogPrefix), IndexKeys.AllWaitingPrefix),
        (IndexKeys.EndOf(IndexKeys.AllWaitingPrefix), "\uffff"),
    ];

    private async Task<Stored<T>> ReadRowAsync<T>(string key, CancellationToken cancellation)
        where T : IndexRow
    {
        if (await FindAsync(key, cancellation) is not { } entity)
        {
            return default;
        }

        var row = IndexRows.Read(key, IndexEntity.DataOf(entity));
        return new(row as T, entity.ETag, IsNewer: row is UnknownRow);
    }

    private async Task<TableEntity?> FindAsync(string key, CancellationToken cancellation)
    {
        var response = await Table.GetEntityIfExistsAsync<TableEntity>(
            IndexEntity.Partition,
            key,
            cancellationToken: cancellation
        );
        return response.HasValue ? response.Value : null;
    }

    private AsyncPageable<TableEntity> QueryAsync(string from, string to, CancellationToken cancellation) =>
        Table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {IndexEntity.Partition} and RowKey ge {from} and RowKey lt {to}"
            ),
            cancellationToken: cancellation
        );
}
