using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing;

/// <summary>Looks at many paths, a bounded number at a time. One that fails does not keep the others from being looked at.</summary>
public sealed class BulkPublisher(PostPublisher posts, ILogger<BulkPublisher> log)
{
    /// <summary>A render takes a core, a storage call does not; commits of this many share transactions.</summary>
    private const int Parallelism = 16;

    /// <summary>Looks at every path; returns how many failed, each of them logged.</summary>
    public async Task<int> LookAtAllAsync(IAsyncEnumerable<string> paths, CancellationToken cancellation)
    {
        var failed = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            paths,
            options,
            async (path, token) =>
            {
                try
                {
                    await posts.LookAtAsync(path, token);
                }
                catch (Exception failure) when (!token.IsCancellationRequested)
                {
                    Interlocked.Increment(ref failed);
                    log.LogWarning(failure, "Could not look at {Path}; the next reconcile tries again", path);
                }
            }
        );
        return failed;
    }
}
