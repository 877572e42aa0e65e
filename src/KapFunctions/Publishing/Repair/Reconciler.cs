using System.Runtime.CompilerServices;
using KapFunctions.Content.Redirects;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Content.Themes;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Publishing.Repair;

/// <summary>Repairs the index in both directions: sources that no event told of, and rows whose source or whose body is
/// gone. It compares ETags and looks only at paths that differ; running it twice at once is safe, since looking always
/// is.</summary>
public sealed class Reconciler(
    StorageClients storage,
    ContentStore content,
    RenderedStore rendered,
    IndexReader index,
    IndexCompletion completion,
    IndexHistory history,
    SitePublisher site,
    Publisher publisher,
    NextPublisher next,
    ReconcileReports reports,
    StorageLease lease,
    TimeProvider clock
)
{
    /// <summary>A container, table or queue that was removed is made again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await storage.CreateMissingAsync(cancellation);
        await lease.TryRunAsync("reconcile", ReconcileAsync, cancellation);
    }

    private async Task ReconcileAsync(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        await completion.BeginAsync(cancellation);
        await site.LookAsync(cancellation);
        var held = new HashSet<(string Path, string Slug)>();
        var (known, damaged) = await ReadKnownAsync(held, cancellation);
        await LeaveOutClaimedAsync(held, cancellation);
        var unclaimed = await publisher.LookAtAllAsync(
            held.Select(post => post.Path),
            LookReason.Unknown,
            cancellation
        );
        var left = await next.ListAsync(cancellation);
        var news = await publisher.LookAtAllAsync(NewsAsync(known, left, cancellation), cancellation);
        await next.FinishAsync(left, cancellation);
        // A file that moved is new and gone at once: whoever looks at the old name last finds the new one in its place.
        var gone = await publisher.LookAtAllAsync(known.Keys, LookReason.Unknown, cancellation);
        var renewed = await publisher.LookAtOutdatedAsync(cancellation);
        var failed = unclaimed.Failed + news.Failed + gone.Failed + renewed.Failed;
        if (failed == 0 && await completion.RunAsync(cancellation))
        {
            await SaveHistoryAsync(cancellation);
        }

        var report = new ReconcileReport(
            started,
            clock.GetUtcNow(),
            news.Paths + gone.Paths,
            damaged + unclaimed.Paths,
            renewed.Paths,
            failed
        );
        await reports.SaveAsync(report, cancellation);
    }

    // ETags by path, null for what is to be looked at, and nothing more: there may be 100,000 of them.
    private async Task<(Dictionary<string, string?> Known, int Damaged)> ReadKnownAsync(
        HashSet<(string Path, string Slug)> held,
        CancellationToken cancellation
    )
    {
        var kept = await rendered.ReadNamesAsync(cancellation);
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        var damaged = 0;
        await foreach (var row in index.ReadRowsAsync(cancellation))
        {
            switch (row)
            {
                case PostRow post:
                    var isWhole = IsKept(post.Body, kept) && IsKept(post.Good, kept);
                    damaged += isWhole ? 0 : 1;
                    // One that waits for a slug is looked at each time: its holder may have gone without a word.
                    known[post.Path] = isWhole && post.WantedSlug is null ? post.SourceETag : null;
                    if (post is { HoldsSlug: true, Metadata.Address: var slug })
                    {
                        held.Add((post.Path, slug));
                    }

                    break;
                case MediaRow media:
                    var isServed = IsKept(media.Copy, kept);
                    damaged += isServed ? 0 : 1;
                    known[media.Path] = isServed && media.IsCurrent ? media.SourceETag : null;
                    break;
                case RedirectsRow redirects:
                    var isCurrent = redirects.Reader >= RedirectsParser.Version;
                    known[RedirectsParser.Path] = isCurrent ? redirects.SourceETag : null;
                    break;
                case ThemeRow theme:
                    var isUsable = IsKept(theme.Good, kept);
                    damaged += isUsable ? 0 : 1;
                    known[theme.Path] = isUsable && theme.Checker >= ThemeChecker.Version ? theme.SourceETag : null;
                    break;
            }
        }

        return (known, damaged);
    }

    private async Task LeaveOutClaimedAsync(HashSet<(string Path, string Slug)> held, CancellationToken cancellation)
    {
        await foreach (var claim in index.ReadClaimsAsync(cancellation))
        {
            held.Remove((claim.Value!.Path, claim.Value.Address));
        }
    }

    private static bool IsKept(string? name, RenderedNames kept) => name is null || kept.Contains(name);

    // What the listing has otherwise than known, of which only what it does not have is left.
    private async IAsyncEnumerable<(string Path, LookReason LookReason)> NewsAsync(
        Dictionary<string, string?> known,
        LeftNext left,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var listed in content.ListAsync(cancellation))
        {
            if (!IsPublished(listed.Path))
            {
                continue;
            }

            left.Note(listed);
            var isKnown = known.Remove(listed.Path, out var etag);
            if (!isKnown || etag != listed.ETag)
            {
                yield return (
                    listed.Path,
                    isKnown && etag is null ? LookReason.Unknown : LookReason.Listing(listed.ETag)
                );
            }
        }
    }

    private static bool IsPublished(string path) =>
        ContentPaths.KindOf(path) is ContentKind.Post or ContentKind.Page or ContentKind.Theme or ContentKind.Redirects
        || MediaPublisher.IsTold(path)
        || MisplacedFile.ProblemOf(path) is not null;

    private async Task SaveHistoryAsync(CancellationToken cancellation)
    {
        if (await index.ReadHeadAsync(cancellation) is { } head)
        {
            await history.SaveAsync(head, cancellation);
        }
    }
}
