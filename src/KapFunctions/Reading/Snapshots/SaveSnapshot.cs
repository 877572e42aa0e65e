using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Reading.Snapshots;

/// <summary>Four times an hour: keeps a large site's snapshot fresh, so that new instances are soon ready.</summary>
public sealed class SaveSnapshot(SnapshotSaver saver)
{
    [Function(nameof(SaveSnapshot))]
    public Task RunAsync([TimerTrigger("0 7-59/15 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        saver.RunAsync(cancellation);
}
