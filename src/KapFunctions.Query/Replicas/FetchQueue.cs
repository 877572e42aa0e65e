namespace KapFunctions.Query.Replicas;

/// <summary>Who waits for a body: one reader, a list of many, or the search, which nobody waits for.</summary>
internal enum FetchPriority
{
    Post,
    List,
    Search,
}

/// <summary>Lets so many through at a time, and of those who wait the most urgent first.</summary>
internal sealed class FetchQueue(int atATime)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource>[] waiting =
    [
        .. Enum.GetValues<FetchPriority>().Select(_ => new Queue<TaskCompletionSource>()),
    ];
    private int free = atATime;

    /// <summary>Who came through calls <see cref="Release"/>.</summary>
    public async Task EnterAsync(FetchPriority priority, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return;
            }

            waiting[(int)priority].Enqueue(turn);
        }

        await using var ending = cancellation.UnsafeRegister(
            static (turn, token) => ((TaskCompletionSource)turn!).TrySetCanceled(token),
            turn
        );
        await turn.Task;
    }

    public void Release()
    {
        lock (gate)
        {
            foreach (var queue in waiting)
            {
                while (queue.TryDequeue(out var turn))
                {
                    // False for who has left meanwhile.
                    if (turn.TrySetResult())
                    {
                        return;
                    }
                }
            }

            free++;
        }
    }
}
