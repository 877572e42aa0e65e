using System.Runtime.CompilerServices;
using KapFunctions.Content;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing;

/// <summary>
/// Repairs the index in both directions: sources that no event told of, and rows whose source or whose body is gone.
/// It compares ETags and looks only at paths that differ; running it twice at once is safe, since looking always is.
/// </summary>
public sealed class Reconciler(
    StorageClients storage,
    ContentStore content,
    RenderedStore rendered,
    IndexReader index,
    IndexWriter writer,
    IndexHistory history,
    SitePublisher site,
    BulkPublisher bulk,
    Lifter lifter,
    ReconcileReports reports,
    StorageLease lease,
    TimeProvider clock,
    ILogger<Reconciler> log
)
{
    /// <summary>Reconciles, unless another instance is at it. A container, table or queue that was removed is made again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await storage.CreateMissingAsync(cancellation);
        await lease.TryRunAsync("reconcile", ReconcileAsync, cancellation);
    }

    /// <summary>Compares the listing with the index, looks at every path where they differ, and lifts what is due.</summary>
    private async Task ReconcileAsync(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        await site.LookAsync(cancellation);
        var known = await ReadKnownAsync(cancellation);
        var looked = await bulk.LookAtAllAsync(DifferencesAsync(known, cancellation), cancellation);
        var lifted = await lifter.RunAsync(cancellation);
        var failed = looked.Failed + lifted.Failed;
        if (failed == 0)
        {
            await CompleteIndexAsync(cancellation);
        }

        var report = new ReconcileReport(started, clock.GetUtcNow(), looked.Paths, lifted.Paths, failed);
        await reports.SaveAsync(report, cancellation);
    }

    /// <summary>ETags by path, and nothing more: there may be 100,000 of them.</summary>
    private async Task<Dictionary<string, string?>> ReadKnownAsync(CancellationToken cancellation)
    {
        var kept = await rendered.ReadNamesAsync(cancellation);
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var row in index.ReadRowsAsync(cancellation))
        {
            switch (row)
            {
                case PostRow post:
                    // One that waits for a slug is looked at each time: its holder may have gone without a word.
                    var isWhole = post.WantedSlug is null && IsKept(post.Body, kept) && IsKept(post.Good, kept);
                    known[post.Path] = isWhole ? post.SourceETag : null;
                    break;
                case MediaRow media:
                    known[media.Path] = media.Reader < MediaRow.CurrentReader ? null : media.SourceETag;
                    break;
            }
        }

        return known;
    }

    private static bool IsKept(string? name, RenderedNames kept) => name is null || kept.Contains(name);

    private async IAsyncEnumerable<string> DifferencesAsync(
        Dictionary<string, string?> known,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var listed in content.ListAsync(cancellation))
        {
            if (IsPublished(listed.Path) && (!known.Remove(listed.Path, out var etag) || etag != listed.ETag))
            {
                yield return listed.Path;
            }
        }

        foreach (var withoutSource in known.Keys)
        {
            yield return withoutSource;
        }
    }

    private static bool IsPublished(string path) =>
        ContentPaths.KindOf(path) is ContentKind.Post or ContentKind.Page || MediaPublisher.IsTold(path);

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
