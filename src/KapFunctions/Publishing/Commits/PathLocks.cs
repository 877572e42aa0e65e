namespace KapFunctions.Publishing.Commits;

/// <summary>Lets one at a time of this process look at a file. Nothing depends on it: it spares those who would
/// overtake each other the work, such as a reconcile and the events of the same upload.</summary>
internal sealed class PathLocks
{
    private readonly Dictionary<string, PathLock> locks = new(StringComparer.Ordinal);

    public async Task RunAsync(string path, Func<Task> look, CancellationToken cancellation)
    {
        var held = Enter(path);
        try
        {
            await held.Free.WaitAsync(cancellation);
            try
            {
                await look();
            }
            finally
            {
                held.Free.Release();
            }
        }
        finally
        {
            Leave(path, held);
        }
    }

    private PathLock Enter(string path)
    {
        lock (locks)
        {
            if (!locks.TryGetValue(path, out var held))
            {
                locks[path] = held = new();
            }

            held.Users++;
            return held;
        }
    }

    private void Leave(string path, PathLock held)
    {
        lock (locks)
        {
            if (--held.Users == 0)
            {
                locks.Remove(path);
                held.Free.Dispose();
            }
        }
    }

    private sealed class PathLock
    {
        public SemaphoreSlim Free { get; } = new(1);
        public int Users { get; set; }
    }
}
