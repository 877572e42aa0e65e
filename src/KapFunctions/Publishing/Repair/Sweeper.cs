using KapFunctions.Pictures;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Repair;

/// <summary>Throws away what nothing names any more: old bodies and sources, old entries of the log.</summary>
public sealed class Sweeper(
    IndexReader index,
    RenderedSweep rendered,
    IndexLogTrim trim,
    StorageLease lease,
    ILogger<Sweeper> log
)
{
    public Task RunAsync(CancellationToken cancellation) => lease.TryRunAsync("sweep", SweepAsync, cancellation);

    private async Task SweepAsync(CancellationToken cancellation)
    {
        // While an index is being rebuilt, bodies are named by rows that do not exist yet.
        if (await index.ReadHeadAsync(cancellation) is not { Complete: true } head)
        {
            return;
        }

        var blobs = await rendered.RunAsync(await ReadNamedAsync(cancellation), cancellation);
        var entries = await trim.RunAsync(head, cancellation);
        log.LogInformation("Swept {Blobs} blobs and {Entries} log entries", blobs, entries);
    }

    private async Task<HashSet<string>> ReadNamedAsync(CancellationToken cancellation)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in index.ReadRowsAsync(cancellation))
        {
            IEnumerable<string?> names = row switch
            {
                PostRow post => [post.Body, post.Good, post.Report],
                MediaRow media => [media.Copy, media.Report, .. VariantsOf(media)],
                SiteRow site => [site.Report],
                RedirectsRow redirects => [redirects.Report],
                ThemeRow theme => [theme.Good, theme.Report],
                _ => [],
            };
            named.UnionWith(names.OfType<string>());
        }

        return named;
    }

    private static IEnumerable<string> VariantsOf(MediaRow media) =>
        media.Version is { } version
            ? PictureScaler.Widths.Select(width => MediaStore.VariantName(version, width, PictureScaler.Version))
            : [];
}
