using KapFunctions.Publishing.Commits;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Repair;

/// <summary>Looks at many paths, a bounded number at a time. One that fails does not keep the others from being looked at.</summary>
public sealed class BulkPublisher(FilePublisher files, ILogger<BulkPublisher> log)
{
    /// <summary>A render takes a core, a storage call does not; commits of this many share transactions.</summary>
    private const int Parallelism = 16;

    /// <summary>Looks at every path on the same occasion; each that fails is logged.</summary>
    public Task<BulkOutcome> LookAtAllAsync(
        IEnumerable<string> paths,
        Occasion occasion,
        CancellationToken cancellation
    ) => LookAtAllAsync(paths.Select(path => (path, occasion)).ToAsyncEnumerable(), cancellation);

    /// <summary>Looks at every path, each on an occasion of its own; each that fails is logged.</summary>
    public async Task<BulkOutcome> LookAtAllAsync(
        IAsyncEnumerable<(string Path, Occasion Occasion)> sights,
        CancellationToken cancellation
    )
    {
        var (looked, failed) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            sights,
            options,
            async (sight, token) =>
            {
                var (path, occasion) = sight;
                Interlocked.Increment(ref looked);
                try
                {
                    await files.LookAtAsync(path, occasion, token);
                }
                catch (Exception failure) when (!token.IsCancellationRequested)
                {
                    Interlocked.Increment(ref failed);
                    log.LogWarning(failure, "Could not look at {Path}; the next reconcile tries again", path);
                }
            }
        );
        return new(looked, failed);
    }
}

/// <summary>How many paths were looked at, and how many of them failed.</summary>
public readonly record struct BulkOutcome(int Paths, int Failed);
