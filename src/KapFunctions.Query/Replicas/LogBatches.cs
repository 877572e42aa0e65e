using System.Runtime.CompilerServices;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>The log as a replica takes it: contiguous, and in transactions of a bounded size.</summary>
internal static class LogBatches
{
    private const int Size = 200;

    public static bool IsContiguous(long after, IReadOnlyList<LogEntry> entries) =>
        entries.Index().All(entry => entry.Item.Sequence == after + 1 + entry.Index);

    /// <summary>Ends at the first gap, since what lies beyond cannot be applied.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<LogEntry>> FollowAsync(
        long after,
        IAsyncEnumerable<LogEntry> log,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var batch = new List<LogEntry>(Size);
        await foreach (var entry in log.WithCancellation(cancellation))
        {
            if (entry.Sequence != ++after)
            {
                break;
            }

            batch.Add(entry);
            if (batch.Count == Size)
            {
                yield return batch;
                batch = new(Size);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
