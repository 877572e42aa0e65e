using KapFunctions.Content.Sources;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Posts;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Files;

/// <summary>Where every event and every repair ends: something may have happened at a path, so look at it.</summary>
public sealed class Publisher(
    PostPublisher posts,
    MediaPublisher media,
    ThemePublisher theme,
    SitePublisher site,
    RedirectsPublisher redirects,
    OutdatedPosts outdated,
    ILogger<Publisher> log
)
{
    // A render takes a core, a storage call does not; commits of this many share transactions.
    private const int Parallelism = 16;

    private readonly PathLocks locks = new();

    /// <summary>Makes the index agree with what stands at <paramref name="path"/> now. However late, repeated or
    /// reordered the calls are, the last one to finish leaves the same state.</summary>
    internal Task LookAtAsync(string path, LookReason reason, CancellationToken cancellation)
    {
        if (ContentPaths.KindOf(path) == ContentKind.Site)
        {
            return LookAtSiteAsync(cancellation);
        }

        Func<Task>? look = PlaceOf(path) switch
        {
            ContentKind.Post or ContentKind.Page => () => posts.LookAtAsync(path, reason, cancellation),
            ContentKind.Media => () => media.LookAtAsync(path, cancellation),
            ContentKind.Redirects => () => redirects.LookAsync(cancellation),
            ContentKind.Theme => () => theme.LookAtAsync(path, cancellation),
            _ => null,
        };
        return look is null ? Task.CompletedTask : locks.RunAsync(path, look, cancellation);
    }

    /// <summary>Renders anew what is out of date, newest first, the old bodies being served meanwhile. It can stop at
    /// any point and go on later, since what is due is written in the rows.</summary>
    internal async Task<LookCounts> LookAtOutdatedAsync(CancellationToken cancellation) =>
        await LookAtAllAsync(await outdated.FindAsync(cancellation), LookReason.Changed, cancellation);

    internal Task<LookCounts> LookAtAllAsync(
        IEnumerable<string> paths,
        LookReason reason,
        CancellationToken cancellation
    ) => LookAtAllAsync(paths.Select(path => (path, reason)).ToAsyncEnumerable(), cancellation);

    /// <summary>A path that fails is logged, and keeps no other from being looked at.</summary>
    internal async Task<LookCounts> LookAtAllAsync(
        IAsyncEnumerable<(string Path, LookReason Reason)> looks,
        CancellationToken cancellation
    )
    {
        var (looked, failed) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            looks,
            options,
            async (look, token) =>
            {
                var (path, reason) = look;
                Interlocked.Increment(ref looked);
                try
                {
                    await LookAtAsync(path, reason, token);
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

    // A misplaced file has a row as a post with an error has, so that its author hears of it. What has a hidden name may
    // have a row from a time when such names were published; storage says of it that nothing is there.
    private static ContentKind PlaceOf(string path) =>
        MisplacedFile.ProblemOf(path) is not null ? ContentKind.Post
        : !HiddenNames.Has(path) ? ContentPaths.KindOf(path)
        : path.StartsWith("media/", StringComparison.Ordinal) ? ContentKind.Media
        : path.StartsWith("theme/", StringComparison.Ordinal) ? ContentKind.Theme
        : ContentPaths.IsInTexts(path) ? ContentKind.Post
        : ContentKind.Other;

    private async Task LookAtSiteAsync(CancellationToken cancellation)
    {
        await site.LookAsync(cancellation);
        await LookAtOutdatedAsync(cancellation);
    }
}

internal readonly record struct LookCounts(int Paths, int Failed);
