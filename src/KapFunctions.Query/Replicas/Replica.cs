using System.Collections.Concurrent;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>
/// This instance's copy of the index, in SQLite files of its own. One caller at a time writes; any number read, each in a
/// transaction of its own.
/// </summary>
public sealed class Replica : IDisposable
{
    private readonly Lock swapping = new();
    private readonly string folder;
    private LeasedFile? current;

    /// <summary>An empty replica in <paramref name="folder"/>; its files go when it is disposed.</summary>
    public Replica(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        Texts = new TextFile(Path.Combine(folder, $"text-{Guid.NewGuid():n}.db"));
    }

    /// <summary>What it holds now; null before it was loaded.</summary>
    public LogPosition? Position => Volatile.Read(ref current)?.File.Position;

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
            foreach (var post in entries.SelectMany(entry => entry.Rows).Select(change => change.Row).OfType<PostRow>())
            {
                Changed.Enqueue(post.Path);
            }
        }

        return true;
    }

    /// <summary>Forwards it along <paramref name="log"/>, which begins right after its position, to its end or first gap.</summary>
    public async Task FollowAsync(IAsyncEnumerable<LogEntry> log, CancellationToken cancellation)
    {
        var after = Position?.Sequence ?? throw NotLoaded();
        await foreach (var batch in LogBatches.FollowAsync(after, log, cancellation))
        {
            Apply(batch);
        }
    }

    /// <summary>
    /// Writes a snapshot of what it holds, from which <see cref="LoadSnapshotAsync"/> loads faster than from the rows:
    /// a compressed image of the file, without search text and bodies.
    /// </summary>
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

    /// <summary>
    /// Takes the place of whatever it held from a snapshot and the log after it, as <see cref="LoadAsync"/> does from the
    /// rows; false, and nothing done, where the snapshot is damaged, of another epoch, or the log does not lead from it to
    /// <paramref name="head"/>.
    /// </summary>
    public async Task<bool> LoadSnapshotAsync(
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

    /// <summary>
    /// The state of this moment, seen at <paramref name="now"/>; dispose it soon. Everything asked of it comes from one
    /// read transaction.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was never loaded.</exception>
    public View Read(DateTimeOffset now) => new(Lease(), now);

    /// <inheritdoc />
    public void Dispose()
    {
        Swap(null);
        Texts.Dispose();
    }

    /// <summary>The texts to search in, which outlive an epoch.</summary>
    internal TextFile Texts { get; }

    /// <summary>Paths of posts that changed since it was loaded and whose texts nobody has looked at.</summary>
    internal ConcurrentQueue<string> Changed { get; } = new();

    /// <summary>Grows with each load: after one, any text may be missing.</summary>
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
