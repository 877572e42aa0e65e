using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

/// <summary>
/// This instance's copy of the index, in a SQLite file of its own below <paramref name="folder"/>, which nobody else
/// uses. One caller at a time writes; any number read, each in a transaction of its own.
/// </summary>
public sealed class Replica(string folder) : IDisposable
{
    private readonly Lock swapping = new();
    private LeasedFile? current;

    /// <summary>What it holds now; null before it was loaded.</summary>
    public Position? Position => Volatile.Read(ref current)?.File.Position;

    /// <summary>
    /// Takes the place of whatever it held. <paramref name="rows"/> may be changing while they are read:
    /// <paramref name="head"/> was noted before, and <see cref="Apply"/> of the log after it makes the state exact.
    /// Readers keep the old state until then, so <paramref name="log"/> is replayed before they see the new one.
    /// </summary>
    public async Task LoadAsync(
        Head head,
        IAsyncEnumerable<IndexRow> rows,
        IAsyncEnumerable<LogEntry> log,
        CancellationToken cancellation
    )
    {
        var file = await ReplicaFile.CreateAsync(NewPath(), new(head.Epoch, head.Sequence), rows, cancellation);
        try
        {
            await foreach (var batch in LogBatches.FollowAsync(file.Position.Sequence, log, cancellation))
            {
                file.Apply(batch);
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        Swap(file);
    }

    /// <summary>Forwards it by <paramref name="entries"/>; false, and nothing done, where they do not follow its position.</summary>
    public bool Apply(IReadOnlyList<LogEntry> entries)
    {
        var file = Volatile.Read(ref current)?.File;
        if (file is null || !LogBatches.IsContiguous(file.Position.Sequence, entries))
        {
            return false;
        }

        if (entries.Count > 0)
        {
            file.Apply(entries);
        }

        return true;
    }

    /// <summary>
    /// The state of this moment, seen at <paramref name="now"/>; dispose it soon. Everything asked of it comes from one
    /// read transaction.
    /// </summary>
    public View Read(DateTimeOffset now)
    {
        while (Volatile.Read(ref current) is { } leased)
        {
            if (leased.TryLease())
            {
                return new View(leased, now);
            }
        }

        throw new InvalidOperationException("The replica has not been loaded yet; ask ReadModel.IsReady first.");
    }

    /// <inheritdoc />
    public void Dispose() => Swap(null);

    private void Swap(ReplicaFile? file)
    {
        lock (swapping)
        {
            var old = current;
            Volatile.Write(ref current, file is null ? null : new LeasedFile(file));
            old?.Release();
        }
    }

    private string NewPath()
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"replica-{Guid.NewGuid():n}.db");
    }
}
