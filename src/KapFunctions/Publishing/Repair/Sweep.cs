using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing.Repair;

/// <summary>Once a night: throws away what nothing names any more.</summary>
public sealed class Sweep(Sweeper sweeper)
{
    [Function(nameof(Sweep))]
    public Task RunAsync([TimerTrigger("0 17 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        sweeper.RunAsync(cancellation);
}
