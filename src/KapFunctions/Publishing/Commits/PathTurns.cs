namespace KapFunctions.Publishing.Commits;

/// <summary>
/// Lets one at a time of this process look at a file. Nothing depends on it: it spares those who would overtake each other
/// the work, such as a reconcile and the events of the same upload.
/// </summary>
internal sealed class PathTurns
{
    private readonly Dictionary<string, Turn> turns = new(StringComparer.Ordinal);

    /// <summary>Runs <paramref name="look"/> when it is its turn at <paramref name="path"/>.</summary>
    public async Task RunAsync(string path, Func<Task> look, CancellationToken cancellation)
    {
        var turn = Enter(path);
        try
        {
            await turn.Free.WaitAsync(cancellation);
            try
            {
                await look();
            }
            finally
            {
                turn.Free.Release();
            }
        }
        finally
        {
            Leave(path, turn);
        }
    }

    private Turn Enter(string path)
    {
        lock (turns)
        {
            if (!turns.TryGetValue(path, out var turn))
            {
                turns[path] = turn = new();
            }

            turn.Users++;
            return turn;
        }
    }

    private void Leave(string path, Turn turn)
    {
        lock (turns)
        {
            if (--turn.Users == 0)
            {
                turns.Remove(path);
                turn.Free.Dispose();
            }
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Free { get; } = new(1);
        public int Users { get; set; }
    }
}
