using System.Runtime.CompilerServices;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KapFunctions.Query.Replicas;

/// <summary>What names the bytes of every answer.</summary>
/// <param name="Position">The state of the index.</param>
/// <param name="Boundaries">How often a post has appeared, changed or disappeared by time alone.</param>
/// <param name="Next">The next such time; null where nothing is scheduled.</param>
public sealed record ReadState(LogPosition Position, long Boundaries, DateTimeOffset? Next);

/// <summary>Loads a replica when it is new or the index has another epoch, forwards it otherwise.</summary>
public sealed class ReadModel(Replica replica, ReplicaSource source, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private long lastStart;
    private Known? known;
    private long currentAt;
    private volatile bool hasNoRoom;

    /// <summary>Once ready it stays so, whatever becomes of the storage. But with a full disk it knows that something was
    /// changed, which may have been to hide a text, and cannot take it over: then it is not ready until it could.</summary>
    public bool IsReady => replica.Position is not null && !hasNoRoom;

    /// <summary>Since it was last known to be up to date; null before it was ready.</summary>
    public TimeSpan? Age => IsReady ? time.GetElapsedTime(Volatile.Read(ref currentAt)) : null;

    /// <summary>Dispose it soon.</summary>
    /// <exception cref="InvalidOperationException">It is not ready.</exception>
    public View Read() => replica.Read(time.GetUtcNow());

    /// <summary>Costs nothing until the index changes or a boundary passes.</summary>
    /// <exception cref="InvalidOperationException">It is not ready.</exception>
    public ReadState Now()
    {
        var now = time.GetUtcNow();
        if (
            known is { } last
            && last.ReadState.Position == replica.Position
            && last.From <= now
            && !(last.ReadState.Next <= now)
        )
        {
            return last.ReadState;
        }

        using var view = replica.Read(now);
        var moment = new ReadState(view.Position, view.BoundariesPassed(), view.NextBoundary());
        known = new(now, moment);
        return moment;
    }

    /// <summary>Costs one read where nothing changed. One refresh runs at a time; who asks meanwhile waits for the next one, since the
    /// running one may have looked too early.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        await refreshing.WaitAsync(cancellation);
        try
        {
            if (lastStart <= asked)
            {
                var start = time.GetTimestamp();
                await TakeOverAsync(start, cancellation);
                lastStart = start;
            }
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task TakeOverAsync(long start, CancellationToken cancellation)
    {
        var head = await source.ReadHead(cancellation);
        if (head is null || (head.Epoch != replica.Position?.Epoch && !head.Complete))
        {
            return;
        }

        if (!await ForwardAsync(head, cancellation) && !await LoadSnapshotAsync(head, cancellation))
        {
            await LoadRowsAsync(head, cancellation);
        }

        hasNoRoom = false;
        Volatile.Write(ref currentAt, start);
    }

    /// <summary>False where the log does not lead from here to the head.</summary>
    private async Task<bool> ForwardAsync(Head head, CancellationToken cancellation)
    {
        if (
            replica.IsDamaged
            || replica.Position is not { } position
            || position.Epoch != head.Epoch
            || position.Sequence > head.Sequence
        )
        {
            return false;
        }

        try
        {
            if (position.Sequence < head.Sequence)
            {
                await replica.FollowAsync(source.ReadLog(head.Epoch, position.Sequence, cancellation), cancellation);
            }

            return replica.Position!.Sequence >= head.Sequence;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_FULL)
        {
            // There is no room for another file either, and this one follows the log again when there is.
            hasNoRoom = true;
            throw;
        }
        catch (SqliteException)
        {
            // Its file is damaged: only another one can follow the log.
            return false;
        }
    }

    private async Task<bool> LoadSnapshotAsync(Head head, CancellationToken cancellation)
    {
        await using var snapshot = await source.OpenSnapshot(cancellation);
        return snapshot is not null
            && await replica.LoadSnapshotAsync(snapshot, head, after => LogOf(head, after, cancellation), cancellation);
    }

    private async Task LoadRowsAsync(Head head, CancellationToken cancellation) =>
        await replica.LoadAsync(
            head,
            source.ReadRows(cancellation),
            LogOf(head, head.Sequence, cancellation),
            cancellation
        );

    /// <summary>The log; its end makes certain that all that was read before it was of one epoch.</summary>
    private async IAsyncEnumerable<LogEntry> LogOf(
        Head head,
        long after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var entry in source.ReadLog(head.Epoch, after, cancellation))
        {
            yield return entry;
        }

        if ((await source.ReadHead(cancellation))?.Epoch != head.Epoch)
        {
            throw new InvalidOperationException(
                "The index was made anew while it was being read; the next refresh reads it again."
            );
        }
    }

    /// <summary>When an answer was first known: with a clock set back it says nothing.</summary>
    private sealed record Known(DateTimeOffset From, ReadState ReadState);
}
