using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Erasing;

/// <summary>Takes the rows of one file out of the log, which carries them as they were written. The entries stay, since whoever
/// follows the log may miss none; what they said of the file becomes that it is gone, as its last entry says.</summary>
internal sealed class LogErasure(StorageClients clients)
{
    public async Task<Traces> FindAsync(string path, CancellationToken cancellation)
    {
        var traces = Traces.None(path);
        var stood = new HashSet<(string Id, string Path)>();
        await foreach (var entity in ReadAsync(cancellation))
        {
            if (IndexEntity.Read(entity, IndexJson.Default.LogEntry) is not { } entry)
            {
                continue;
            }

            var rows = entry.Rows.Select(change => change.Row).OfType<IndexRow>().ToList();
            stood.UnionWith(rows.OfType<PostRow>().Select(post => (post.Id, post.Path)));
            traces = rows.Select(Traces.Of)
                .Where(found => found.Path == path)
                .Aggregate(traces, (all, one) => all.With(one));
            if (entry.Path == path && entry.Before?.Report is { } report)
            {
                traces = traces.With(Traces.None(path) with { Blobs = [report] });
            }
        }

        var others = stood.Where(post => post.Path != path && traces.Ids.Contains(post.Id)).Select(post => post.Path);
        return traces.With(Traces.None(path) with { OtherPaths = [.. others] });
    }

    public async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        var key = IndexKeys.Post(path);
        var rewritten = 0;
        await foreach (var entity in ReadAsync(cancellation))
        {
            if (Without(key, IndexEntity.DataOf(entity)) is not { } json)
            {
                continue;
            }

            await clients.Index.UpdateEntityAsync(
                IndexEntity.FromJson(entity.RowKey, json),
                entity.ETag,
                TableUpdateMode.Replace,
                cancellation
            );
            rewritten++;
        }

        return rewritten;
    }

    /// <summary>The entry without what the row was, as a removal is written; fields that a newer version added stay. Null where it tells nothing of it.</summary>
    private static string? Without(string key, string entry)
    {
        if (!entry.Contains(key, StringComparison.Ordinal) || JsonNode.Parse(entry) is not JsonObject json)
        {
            return null;
        }

        var held = (json["rows"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(change => change["key"]?.GetValue<string>() == key)
            .Count(change => change.Remove("row"));
        return held > 0 ? json.ToJsonString(IndexJson.Default.Options) : null;
    }

    /// <summary>Every entry, of all epochs.</summary>
    private AsyncPageable<TableEntity> ReadAsync(CancellationToken cancellation) =>
        clients.Index.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {IndexEntity.Partition} and RowKey ge {IndexKeys.LogPrefix} and RowKey lt {IndexKeys.EndOf(IndexKeys.LogPrefix)}"
            ),
            cancellationToken: cancellation
        );
}
