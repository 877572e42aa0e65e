using KapFunctions.Delivery.Search;
using KapFunctions.Query;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Delivery;

/// <summary>
/// Keeps the read model fresh while somebody reads: the log is asked at most four times a second, whatever the number of
/// readers. With storage away nobody waits for it; what is here goes on being served.
/// </summary>
public sealed class Freshness(ReadModel model, SearchKeeper search, TimeProvider clock, ILogger<Freshness> log)
{
    /// <summary>How old what is served may be before the log is asked again.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a reader waits for storage that answered the last time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task<bool> refreshing = Task.FromResult(true);
    private long refreshedAt = long.MinValue / 2;

    /// <summary>Takes over what was committed since, unless that was done a moment ago.</summary>
    public ValueTask EnsureAsync(CancellationToken cancellation)
    {
        if (clock.GetElapsedTime(Volatile.Read(ref refreshedAt)) < MaxAge)
        {
            return ValueTask.CompletedTask;
        }

        return new(WaitBrieflyAsync(Begin(), cancellation));
    }

    private (Task<bool> Refresh, bool IsWorthWaiting) Begin()
    {
        lock (gate)
        {
            var answeredLast = !refreshing.IsCompleted || refreshing.Result;
            if (refreshing.IsCompleted && clock.GetElapsedTime(refreshedAt) >= MaxAge)
            {
                refreshing = RefreshAsync();
            }

            return (refreshing, answeredLast || !model.IsReady);
        }
    }

    private static async Task WaitBrieflyAsync(
        (Task<bool> Refresh, bool IsWorthWaiting) begun,
        CancellationToken cancellation
    )
    {
        if (begun.IsWorthWaiting)
        {
            await Task.WhenAny(begun.Refresh, Task.Delay(Patience, cancellation));
        }
    }

    private async Task<bool> RefreshAsync()
    {
        // Off the caller's stack: the lock is held there.
        await Task.Yield();
        try
        {
            await model.RefreshAsync(CancellationToken.None);
            search.Begin();
            return true;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Could not look at the log; serving what is here");
            return false;
        }
        finally
        {
            Volatile.Write(ref refreshedAt, clock.GetTimestamp());
        }
    }
}
