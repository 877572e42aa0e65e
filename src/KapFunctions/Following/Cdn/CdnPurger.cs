using KapFunctions.Publishing.Commits;
using KapFunctions.Settings;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Following.Cdn;

/// <summary>Follows the log with a cursor, and tells the cache in front what became old. The cursor moves only when the
/// cache has taken it: what fails is told again, together with what came after it. A cache that keeps answers for long is told
/// a second time, with a cursor of its own: an instance that had not looked at the log yet may have answered meanwhile with what
/// it knew before.</summary>
public sealed class CdnPurger(
    CdnCache cache,
    IndexReader index,
    WebhookStore store,
    FollowerSignal signal,
    TimeProvider clock,
    ILogger<CdnPurger> log
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (cache.Name is not { } name || await index.ReadHeadAsync(cancellation) is not { Complete: true } head)
        {
            return;
        }

        var told = await store.ReadCursorAsync(name, cancellation);
        if (told.Value != LogPosition.EndOf(head) && !await TellAsync(name, told, head, cancellation))
        {
            return;
        }

        if (cache.SettledName is { } settledName)
        {
            await TellAgainAsync(name, settledName, head, cancellation);
        }
    }

    private async Task TellAgainAsync(string name, string settledName, Head head, CancellationToken cancellation)
    {
        var settled = await store.ReadCursorAsync(settledName, cancellation);
        if (settled.Value == LogPosition.EndOf(head))
        {
            return;
        }

        var rest = settled.Value?.IsKnownTo(head) == true ? CdnOptions.Again : CdnOptions.AgainAfterRelease;
        if (await store.CursorMovedAtAsync(name, cancellation) is not { } at)
        {
            return;
        }

        if (clock.GetUtcNow() - at >= rest)
        {
            await TellAsync(settledName, settled, head, cancellation);
        }
        else
        {
            await signal.SendAtFirstAsync([at + rest], cancellation);
        }
    }

    /// <summary>False where the cache has not taken it.</summary>
    private async Task<bool> TellAsync(string name, Stored<LogPosition> told, Head head, CancellationToken cancellation)
    {
        var end = LogPosition.EndOf(head);
        // Of a log that was lost, or of a cache that is new here, nobody knows what it holds.
        var old =
            told.Value?.IsKnownTo(head) == true ? await OldAsync(told.Value, end, cancellation) : cache.Everything;
        if (old.Count > 0 && await cache.PurgeAsync(old, cancellation) is { } error)
        {
            log.LogWarning("The cache in front was not purged, and is told again within a minute: {Error}", error);
            await signal.SendAtFirstAsync([clock.GetUtcNow() + Pause], cancellation);
            return false;
        }

        // Where another instance moved it first, it has told the same.
        await store.MoveCursorAsync(name, end, told, cancellation);
        log.LogInformation("Purged {Count} paths or tags of the cache in front", old.Count);
        return true;
    }

    private async Task<IReadOnlyList<string>> OldAsync(
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
        return entries.Count < end.Sequence - after.Sequence ? cache.Everything : cache.OldWith(entries);
    }
}
