using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Reading.Snapshots;

/// <summary>Saves what this instance's replica holds, for instances that start later. Which instance does it makes no
/// difference: replicas of one position are equal.</summary>
public sealed class SnapshotSaver(
    ReadModel model,
    Replica replica,
    SnapshotStore store,
    StorageLease lease,
    SnapshotPolicy policy,
    ILogger<SnapshotSaver> log
)
{
    /// <summary>Only where the site is large and has gone on, and no other instance is at it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await model.RefreshAsync(cancellation);
        if (await StateToSaveAsync(cancellation) is not null)
        {
            await lease.TryRunAsync("snapshot", SaveAsync, cancellation);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        // Whoever had the lease before may have done it; or it was an erasure, and this replica is older than that.
        await model.RefreshAsync(cancellation);
        if (await StateToSaveAsync(cancellation) is not { } state)
        {
            return;
        }

        await using var file = TemporaryFile.Create();
        await replica.SaveSnapshotAsync(file, cancellation);
        file.Position = 0;
        await store.SaveAsync(state.Epoch, state.Sequence, file, cancellation);
        log.LogInformation("Saved a snapshot of {Megabytes} MB at {Sequence}", file.Length >> 20, state.Sequence);
    }

    private async Task<LogPosition?> StateToSaveAsync(CancellationToken cancellation)
    {
        if (!model.IsReady || Look() is not { } present)
        {
            return null;
        }

        var isNear =
            await store.ReadStateAsync(cancellation) is { } kept
            && kept.Epoch == present.Epoch
            && present.Sequence - kept.Sequence < policy.MinChanges;
        return isNear ? null : present;
    }

    private LogPosition? Look()
    {
        using var view = model.Read();
        return view.CountSources() >= policy.MinFiles ? view.Position : null;
    }
}
