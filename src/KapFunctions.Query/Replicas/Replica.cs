using System.Collections.Concurrent;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>This instance's copy of the index. One caller at a time writes; any number read, each in a transaction of its own.</summary>
public sealed class Replica : IDisposable
{
    private readonly Lock swapping = new();
    private readonly string folder;
    private LeasedFile? current;

    /// <summary>Its files in <paramref name="folder"/> go when it is disposed.</summary>
    public Replica(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        Texts = new TextFile(Path.Combine(folder, $"text-{Guid.NewGuid():n}.db"));
    }

    /// <summary>Whether its file is to be loaded anew.</summary>
    internal bool IsDamaged => Volatile.Read(ref current)?.File.IsDamaged == true;

    /// <summary>Null before it was loaded.</summary>
    public LogPosition? Position => Volatile.Read(ref current)?.File.Position;

    /// <summary>Rows may change while they are read: <paramref name="head"/> was noted before, and the log after it makes the state
    /// exact. Readers keep the old state until <paramref name="log"/> is replayed.</summary>
    internal async Task LoadAsync(
        Head head,
        IAsyncEnumerable<IndexRow> rows,
        IAsyncEnumerable<LogEntry> log,
        CancellationToken cancellation
    )
    {
        var file = await ReplicaFile.CreateAsync(
            NewPath(),
            Texts.Path,
            new(head.Epoch, head.Sequence),
            rows,
            cancellation
        );
        await ReplayAsync(file, log, cancellation);
        Swap(file);
    }

    /// <summary>False, and nothing done, where the entries do not follow its position.</summary>
    internal bool Apply(IReadOnlyList<LogEntry> entries)
    {
        var file = Volatile.Read(ref current)?.File;
        if (file is null || !LogBatches.IsContiguous(file.Position.Sequence, entries))
        {
            return false;
        }

        if (entries.Count > 0)
        {
            file.Apply(entries);
            foreach (
                var change in entries.SelectMany(entry => entry.Rows).Where(change => change.Row is PostRow or null)
            )
            {
                Changed.Enqueue(change.Key);
            }
        }

        return true;
    }

    /// <summary><paramref name="log"/> begins right after its position; it is followed to its end or first gap.</summary>
    internal async Task FollowAsync(IAsyncEnumerable<LogEntry> log, CancellationToken cancellation)
    {
        var after = Position?.Sequence ?? throw NotLoaded();
        await foreach (var batch in LogBatches.FollowAsync(after, log, cancellation))
        {
            Apply(batch);
        }
    }

    /// <summary>A compressed image of the file, without search text and bodies, which loads faster than the rows.</summary>
    public async Task SaveSnapshotAsync(Stream to, CancellationToken cancellation)
    {
        var path = NewPath();
        try
        {
            Lease().SaveImage(path);
            await Snapshots.PackAsync(path, to, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>As <see cref="LoadAsync"/>, from a snapshot. False, and nothing done, where it is damaged, of another epoch, or the log
    /// does not lead from it to <paramref name="head"/>.</summary>
    internal async Task<bool> LoadSnapshotAsync(
        Stream snapshot,
        Head head,
        Func<long, IAsyncEnumerable<LogEntry>> log,
        CancellationToken cancellation
    )
    {
        if (await Snapshots.OpenAsync(NewPath(), Texts.Path, snapshot, cancellation) is not { } file)
        {
            return false;
        }

        if (file.Position.Epoch == head.Epoch && file.Position.Sequence <= head.Sequence)
        {
            await ReplayAsync(file, log(file.Position.Sequence), cancellation);
        }

        if (file.Position.Epoch != head.Epoch || file.Position.Sequence < head.Sequence)
        {
            file.Dispose();
            return false;
        }

        Swap(file);
        return true;
    }

    /// <summary>Everything asked of a view comes from one read transaction; dispose it soon.</summary>
    /// <exception cref="InvalidOperationException">It was never loaded.</exception>
    public View Read(DateTimeOffset now) => new(Lease(), now);

    public void Dispose()
    {
        Swap(null);
        Texts.Dispose();
    }

    internal TextFile Texts { get; }

    /// <summary>Keys of posts whose texts nobody has looked at since they changed or went.</summary>
    internal ConcurrentQueue<string> Changed { get; } = new();

    /// <summary>Loads so far: after one, any text may be missing.</summary>
    internal int Loads { get; private set; }

    private LeasedFile Lease()
    {
        while (Volatile.Read(ref current) is { } leased)
        {
            if (leased.TryLease())
            {
                return leased;
            }
        }

        throw NotLoaded();
    }

    private static async Task ReplayAsync(
        ReplicaFile file,
        IAsyncEnumerable<LogEntry> log,
        CancellationToken cancellation
    )
    {
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
    }

    private static InvalidOperationException NotLoaded() =>
        new("The replica has not been loaded yet; ask ReadModel.IsReady first.");

    private void Swap(ReplicaFile? file)
    {
        lock (swapping)
        {
            var old = current;
            Volatile.Write(ref current, file is null ? null : new LeasedFile(file));
            old?.Release();
            Loads++;
        }
    }

    private string NewPath() => Path.Combine(folder, $"replica-{Guid.NewGuid():n}.db");
}
