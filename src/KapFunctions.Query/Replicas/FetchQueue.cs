namespace KapFunctions.Query.Replicas;

/// <summary>Who waits for a body: one reader, a list of many, or the search, which nobody waits for.</summary>
internal enum FetchPriority
{
    Post,
    List,
    Search,
}

/// <summary>Lets so many through at a time, and of those who wait the most urgent first, but every fourth time a list and
/// every sixteenth the search: a crowd that reads single posts holds up nobody for good.</summary>
internal sealed class FetchQueue(int atATime)
{
    private const int ListTurn = 4;
    private const int SearchTurn = 16;

    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> posts = new();
    private readonly Queue<TaskCompletionSource> lists = new();
    private readonly Queue<TaskCompletionSource> searches = new();
    private int free = atATime;
    private int turns;

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

            var queue = priority switch
            {
                FetchPriority.Post => posts,
                FetchPriority.List => lists,
                _ => searches,
            };
            queue.Enqueue(turn);
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
            turns++;
            foreach (var queue in InOrder())
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

    private Queue<TaskCompletionSource>[] InOrder() =>
        turns % SearchTurn == 0 ? [searches, posts, lists]
        : turns % ListTurn == 0 ? [lists, posts, searches]
        : [posts, lists, searches];
}
