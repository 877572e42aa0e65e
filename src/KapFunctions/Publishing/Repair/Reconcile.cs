using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing.Repair;

/// <summary>Every five minutes, and at start: repairs what lost events left undone.</summary>
public sealed class Reconcile(Reconciler reconciler)
{
    [Function(nameof(Reconcile))]
    public Task RunAsync(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer,
        CancellationToken cancellation
    ) => reconciler.RunAsync(cancellation);
}
