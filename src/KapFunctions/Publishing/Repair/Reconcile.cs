using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Schedule;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing.Repair;

/// <summary>Every five minutes, and at start: repairs what lost events left undone, and has done what is due. The only
/// timer that fires often, since each run is paid for.</summary>
public sealed class Reconcile(Reconciler reconciler, DueAnnouncer announcer, FollowerSignal signal)
{
    [Function(nameof(Reconcile))]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer,
        CancellationToken cancellation
    )
    {
        try
        {
            await reconciler.RunAsync(cancellation);
        }
        finally
        {
            await announcer.RunAsync(cancellation);
            await signal.SendAsync(cancellation);
        }
    }
}
