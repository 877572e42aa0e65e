using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Reading;

/// <summary>Keeps the read model fresh while somebody reads: the log is asked at most four times a second, whatever the
/// number of readers, and sooner after a commit of this process. With storage away nobody waits for it; what is here
/// goes on being served.</summary>
public sealed class Freshness(
    ReadModel model,
    IndexWriter writer,
    SearchRefresh search,
    LongKeeping keeping,
    TimeProvider clock,
    ILogger<Freshness> log
)
{
    // How old what is served may be before the log is asked again.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(250);

    // The same where this process has committed since, at least. A folder of posts makes many commits: then storage is
    // left alone for Breath times as long as it took to look.
    private static readonly TimeSpan MaxAgeAfterCommit = TimeSpan.FromMilliseconds(20);

    private const int Breath = 9;

    // How long readers wait for storage that answered the last time, counted from when it was asked.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task refreshing = Task.CompletedTask;
    private bool hasAnswered = true;
    private long askedAt;
    private long refreshedAt = long.MinValue / 2;
    private long commitsSeen;
    private TimeSpan ageAfterCommit = MaxAgeAfterCommit;

    public bool IsFresh =>
        clock.GetElapsedTime(Volatile.Read(ref refreshedAt))
        < (writer.Commits == Volatile.Read(ref commitsSeen) ? MaxAge : ageAfterCommit);

    // Takes over what was committed since, unless that was done a moment ago.
    private ValueTask EnsureAsync(CancellationToken cancellation)
    {
        if (IsFresh)
        {
            return ValueTask.CompletedTask;
        }

        var (refresh, patience) = Begin();
        return patience > TimeSpan.Zero
            ? new(Task.WhenAny(refresh, Task.Delay(patience, cancellation)))
            : ValueTask.CompletedTask;
    }

    /// <summary>Takes over what was committed, and says whether there is anything to serve yet.</summary>
    public async ValueTask<bool> IsReadyAsync(CancellationToken cancellation)
    {
        await EnsureAsync(cancellation);
        return model.IsReady;
    }

    /// <summary>The site at this moment; null while there is nothing to serve yet.</summary>
    public async ValueTask<View?> ReadAsync(CancellationToken cancellation) =>
        await IsReadyAsync(cancellation) ? model.Read() : null;

    // The refresh that is under way, and how long it is worth waiting for.
    private (Task Refresh, TimeSpan Patience) Begin()
    {
        lock (gate)
        {
            if (refreshing.IsCompleted && !IsFresh)
            {
                askedAt = clock.GetTimestamp();
                refreshing = RefreshAsync();
            }

            return (
                refreshing,
                !model.IsReady ? Patience
                : hasAnswered ? Patience - clock.GetElapsedTime(askedAt)
                : TimeSpan.Zero
            );
        }
    }

    private async Task RefreshAsync()
    {
        // Off the caller's stack: the lock is held there.
        await Task.Yield();
        Volatile.Write(ref commitsSeen, writer.Commits);
        try
        {
            await model.RefreshAsync(CancellationToken.None);
            search.Begin();
            await keeping.LookAsync(CancellationToken.None);
            Volatile.Write(ref hasAnswered, true);
        }
        catch (Exception failure)
        {
            Volatile.Write(ref hasAnswered, false);
            log.LogWarning(failure, "Could not look at the log; serving what is here");
        }
        finally
        {
            var breath = clock.GetElapsedTime(askedAt) * Breath;
            ageAfterCommit =
                breath < MaxAgeAfterCommit ? MaxAgeAfterCommit
                : breath < MaxAge ? breath
                : MaxAge;
            Volatile.Write(ref refreshedAt, clock.GetTimestamp());
        }
    }
}
