using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Following.Cdn;

/// <summary>Follows the log with a cursor, and tells the cache in front what became old. The cursor moves only when the
/// cache has taken it: what fails is told again, together with what came after it.</summary>
public sealed class CdnPurger(CdnCache cache, IndexReader index, WebhookStore store, ILogger<CdnPurger> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (cache.Name is not { } name || await index.ReadHeadAsync(cancellation) is not { Complete: true } head)
        {
            return;
        }

        var told = await store.ReadCursorAsync(name, cancellation);
        var end = LogPosition.EndOf(head);
        if (told.Value == end)
        {
            return;
        }

        // Of a log that was lost, or of a cache that is new here, nobody knows what it holds.
        var paths =
            told.Value?.IsKnownTo(head) == true
                ? await PathsAsync(told.Value, end, cancellation)
                : PurgePaths.Everything;
        if (paths.Count > 0 && await cache.PurgeAsync(paths, cancellation) is { } error)
        {
            log.LogWarning("The cache in front was not purged, and is told again within a minute: {Error}", error);
            return;
        }

        // Where another instance moved it first, it has told the same.
        await store.MoveCursorAsync(name, end, told, cancellation);
        log.LogInformation("Purged {Paths} paths of the cache in front", paths.Count);
    }

    private async Task<IReadOnlyList<string>> PathsAsync(
        LogPosition after,
        LogPosition end,
        CancellationToken cancellation
    )
    {
        var entries = await index
            .ReadLogAsync(after.Epoch, after.Sequence, cancellation)
            .TakeWhile(entry => entry.Sequence <= end.Sequence)
            .ToListAsync(cancellation);
        // Behind an entry that cannot be read, nobody knows what happened.
        return entries.Count < end.Sequence - after.Sequence ? PurgePaths.Everything : PurgePaths.Of(entries);
    }
}
