using KapFunctions.Content;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing;

/// <summary>
/// Repairs the index in both directions: sources that no event told of, and rows whose source is gone.
/// It compares ETags and looks only at paths that differ; running it twice at once is safe, since looking always is.
/// </summary>
public sealed class Reconciler(
    ContentStore content,
    IndexReader index,
    IndexWriter writer,
    IndexHistory history,
    Publisher publisher,
    SiteRendering rendering,
    ILogger<Reconciler> log
)
{
    /// <summary>Paths looked at at once; a render takes a core, a storage call does not.</summary>
    private const int Parallelism = 8;

    /// <summary>Compares the listing with the index and looks at every path where they differ.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await publisher.LookAtAsync(SiteSettings.Path, cancellation);
        var rows = await ReadRowsAsync(cancellation);
        var settings = await rendering.CurrentAsync(cancellation);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        var failed = 0;
        await Parallel.ForEachAsync(
            PathsToLookAtAsync(rows, settings, cancellation),
            parallel,
            async (path, token) =>
            {
                try
                {
                    await publisher.LookAtAsync(path, token);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // One path that fails must not keep the others from being repaired; it is tried again next time.
                    Interlocked.Increment(ref failed);
                    log.LogWarning(failure, "Could not reconcile {Path}", path);
                }
            }
        );
        if (failed == 0)
        {
            await CompleteIndexAsync(cancellation);
        }
    }

    private async Task<Dictionary<string, PostRow>> ReadRowsAsync(CancellationToken cancellation)
    {
        var rows = new Dictionary<string, PostRow>(StringComparer.Ordinal);
        await foreach (var row in index.ReadRowsAsync(cancellation))
        {
            if (row is PostRow post)
            {
                rows[post.Path] = post;
            }
        }

        return rows;
    }

    private async IAsyncEnumerable<string> PathsToLookAtAsync(
        Dictionary<string, PostRow> rows,
        RenderSettings settings,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var listed in content.ListAsync(cancellation))
        {
            if (ContentPaths.KindOf(listed.Path) is not (ContentKind.Post or ContentKind.Page))
            {
                continue;
            }

            if (!rows.Remove(listed.Path, out var row) || !IsCurrent(row, listed, settings))
            {
                yield return listed.Path;
            }
        }

        // What is left has no source any more.
        foreach (var path in rows.Keys)
        {
            yield return path;
        }
    }

    private static bool IsCurrent(PostRow row, ListedSource listed, RenderSettings settings) =>
        row.SourceETag == listed.ETag
        && row.WantedSlug is null
        && (
            row.Renderer > PostRenderer.Version
            || (row.Renderer == PostRenderer.Version && row.Settings == settings.Fingerprint)
        );

    private async Task CompleteIndexAsync(CancellationToken cancellation)
    {
        if (await index.ReadHeadAsync(cancellation) is not { Complete: true })
        {
            await writer.CommitAsync(new() { CompletesIndex = true }, cancellation);
            log.LogInformation("The index is complete");
        }

        if (await index.ReadHeadAsync(cancellation) is { } head)
        {
            await history.SaveAsync(head, cancellation);
        }
    }
}
