using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;

namespace KapFunctions.Storage.Index;

/// <summary>What one publish writes: row writes with the conditions under which they hold, and the log entries that tell of them.
/// All of it happens, or nothing. A commit whose conditions no longer hold is stale; its publish starts over.</summary>
public sealed class IndexCommit
{
    private readonly Dictionary<string, TableTransactionAction> writes = new(StringComparer.Ordinal);
    private readonly List<LogEntry> entries = [];

    public string? RenderedUnder { get; init; }

    public string? RenderingBecomes { get; init; }

    /// <summary>True where it takes a provisional claim over, which is right only until the index is complete.</summary>
    public bool OnlyWhileIncomplete { get; init; }

    public bool CompletesIndex { get; init; }

    /// <summary>Who deleted the file that the entries tell of; set before they are added.</summary>
    public string? DeletedBy { get; init; }

    internal IReadOnlyDictionary<string, TableTransactionAction> Writes => writes;

    internal IReadOnlyList<LogEntry> Entries => entries;

    internal int RowCount => writes.Count + entries.Count;

    /// <summary>At most how many bytes it takes in a transaction; an entry of the log carries the rows that are written.</summary>
    internal int MostBytes => writes.Values.Sum(write => IndexEntity.MostBytes(write.Entity)) * 2;

    public void Put(IndexRow row, RowVersion? ifMatch) => PutRow(row.Key, row, IndexJson.Default.IndexRow, ifMatch);

    /// <summary>Removes the row of a theme's file, on the condition that it is the one that was read.</summary>
    public void RemoveTheme(string path, RowVersion ifMatch) => Remove(IndexKeys.Theme(path), ifMatch);

    /// <summary>Removes the redirects' row, on the condition that it is the one that was read.</summary>
    public void RemoveRedirects(RowVersion ifMatch) => Remove(IndexKeys.Redirects, ifMatch);

    public void Put(ClaimRow row, RowVersion? ifMatch) =>
        PutRow(IndexKeys.Claim(row.Address), row, IndexJson.Default.ClaimRow, ifMatch);

    public void Put(IdentityRow row, RowVersion? ifMatch) =>
        PutRow(IndexKeys.Identity(row.Path), row, IndexJson.Default.IdentityRow, ifMatch);

    /// <summary>Writes which version stays online beside the identity, whatever stood there.</summary>
    public void Put(KeptRow row) => PutKept(row.Path, JsonSerializer.Serialize(row, IndexJson.Default.KeptRow));

    /// <summary>Says that no other version than the file's is online. Who read the identity before starts over, if it goes on
    /// from there.</summary>
    public void RemoveKept(string path) => PutKept(path, "");

    /// <summary>Writes of which texts the reviews of a post tell, whatever stood there.</summary>
    public void Put(ReviewRow row) =>
        PutRow(IndexKeys.Reviews(row.Id), row, IndexJson.Default.ReviewRow, RowVersion.Any);

    /// <summary>Writes what a text said first and what it was made from, whatever stood there.</summary>
    public void Put(SectionsRow row) =>
        PutRow(IndexKeys.Sections(row.Id), row, IndexJson.Default.SectionsRow, RowVersion.Any);

    /// <summary>Writes that a file waits, whatever stood there.</summary>
    public void Put(WaitingRow row) =>
        PutRow(IndexKeys.Waiting(row.Address, row.Path), row, IndexJson.Default.WaitingRow, RowVersion.Any);

    /// <summary>Writes the latest departure from an address, whatever stood there.</summary>
    public void Put(DepartureRow row) => Put(row, RowVersion.Any);

    /// <summary>Demands that a post's row is still the one that was read. Tables check no row that a transaction does not write,
    /// so it is touched, which makes whoever read it before start over.</summary>
    public void RequirePost(string path, RowVersion ifMatch) => Require(IndexKeys.Post(path), ifMatch);

    public void RequireIdentity(string path, RowVersion ifMatch) => Require(IndexKeys.Identity(path), ifMatch);

    /// <summary>Removes a post's row, on the condition that it is the one that was read.</summary>
    public void RemovePost(string path, RowVersion ifMatch) => Remove(IndexKeys.Post(path), ifMatch);

    /// <summary>Removes the row of a file below <c>media/</c>, on the condition that it is the one that was read.</summary>
    public void RemoveMedia(string path, RowVersion ifMatch) => Remove(IndexKeys.Media(path), ifMatch);

    /// <summary>Frees a slug, whatever the version of its claim, and leaves there what the next who takes it needs.</summary>
    public void Leave(string slug, LeftRow left)
    {
        var entity = new TableEntity(IndexEntity.Partition, IndexKeys.Claim(slug))
        {
            [nameof(LeftRow)] = JsonSerializer.Serialize(left, IndexJson.Default.LeftRow),
        };
        writes[entity.RowKey] = new(TableTransactionActionType.UpsertReplace, entity);
    }

    public void RemoveDeparture(string slug) => Remove(IndexKeys.Departure(slug), RowVersion.Any);

    /// <summary>Removes a claim, whatever its version.</summary>
    public void RemoveClaim(string slug) => RemoveClaim(slug, RowVersion.Any);

    /// <summary>Removes a claim, on the condition that it is the one that was read.</summary>
    public void RemoveClaim(string slug, RowVersion ifMatch) => Remove(IndexKeys.Claim(slug), ifMatch);

    public void Put(DueRow row) =>
        PutRow(IndexKeys.Due(row.At, row.Path), row, IndexJson.Default.DueRow, RowVersion.Any);

    /// <summary>Removes what was due and is told of, unless it was written anew meanwhile.</summary>
    public void Remove(DueRow row, RowVersion ifMatch) => Remove(IndexKeys.Due(row.At, row.Path), ifMatch);

    /// <summary>Removes a waiting row, whatever its version.</summary>
    public void RemoveWaiting(string slug, string path) => Remove(IndexKeys.Waiting(slug, path), RowVersion.Any);

    public void Log(
        ChangeKind kind,
        DateTimeOffset at,
        string path,
        string? id,
        string? slug,
        params IReadOnlyList<RowChange> rows
    ) => Log(new(0, at, kind, path, id, slug, rows));

    public void Log(LogEntry entry) => entries.Add(DeletedBy is null ? entry : entry with { DeletedBy = DeletedBy });

    internal bool ForgetRemoval(string key) =>
        writes.TryGetValue(key, out var write)
        && write is { ActionType: TableTransactionActionType.Delete }
        && write.ETag == ETag.All
        && writes.Remove(key);

    private void PutKept(string path, string json)
    {
        var key = IndexKeys.Identity(path);
        if (!writes.TryGetValue(key, out var write))
        {
            write = new(TableTransactionActionType.UpsertMerge, new TableEntity(IndexEntity.Partition, key));
            writes[key] = write;
        }

        ((TableEntity)write.Entity)[nameof(KeptRow)] = json;
    }

    private void PutRow<T>(string key, T row, JsonTypeInfo<T> type, RowVersion? ifMatch)
    {
        var entity = IndexEntity.From(key, row, type);
        writes[key] = ifMatch switch
        {
            null => new(TableTransactionActionType.Add, entity),
            { } any when any == RowVersion.Any => new(TableTransactionActionType.UpsertReplace, entity),
            { } version => new(TableTransactionActionType.UpdateReplace, entity, version),
        };
    }

    private void Require(string key, RowVersion ifMatch) =>
        writes[key] = new(TableTransactionActionType.UpdateMerge, new TableEntity(IndexEntity.Partition, key), ifMatch);

    private void Remove(string key, RowVersion ifMatch) =>
        writes[key] = new(TableTransactionActionType.Delete, new TableEntity(IndexEntity.Partition, key), ifMatch);
}
