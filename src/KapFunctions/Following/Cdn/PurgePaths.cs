using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Following.Cdn;

/// <summary>Which paths of a cache a change makes old, whatever their queries. What is gone must be gone everywhere,
/// and any page may have named it; a change of what stays is soon seen elsewhere, since answers are kept for seconds
/// only, and pictures need not be fetched again because of it.</summary>
internal static class PurgePaths
{
    /// <summary>Front Door takes wildcards at the end of a path.
    /// https://learn.microsoft.com/azure/frontdoor/standard-premium/how-to-cache-purge</summary>
    public static readonly IReadOnlyList<string> Everything = ["/*"];

    // Beyond this many, everything is purged instead: one request takes only so many.
    private const int MaxPaths = 50;

    private static readonly string[] Lists =
    [
        "/",
        "/page/*",
        "/archive/*",
        "/search/*",
        "/tag/*",
        "/author/*",
        "/rss.xml",
        "/atom.xml",
        "/feed.json",
        "/sitemap.xml",
        "/sitemaps/*",
        "/index.md",
        "/llms.txt",
        "/llms-full.txt",
        "/api/*",
        "/ghost/*",
    ];

    /// <summary>The paths that <paramref name="entries"/> make old, each once; none where readers see no
    /// change.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<LogEntry> entries)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            paths.UnionWith(Of(entry));
            if (paths.Count > MaxPaths || paths.Contains(Everything[0]))
            {
                return Everything;
            }
        }

        return [.. paths];
    }

    private static IEnumerable<string> Of(LogEntry entry) =>
        entry.Kind switch
        {
            ChangeKind.Unpublished or ChangeKind.Site or ChangeKind.Theme or ChangeKind.Unknown => Everything,
            ChangeKind.Published or ChangeKind.Updated or ChangeKind.Redirected => Lists.Concat(
                SlugsOf(entry).SelectMany(PagesOf)
            ),
            // What a newer program writes may be seen anywhere.
            _ when entry.Rows.Any(change => change.Row is UnknownRow) => Everything,
            _ when ContentPaths.KindOf(entry.Path) == ContentKind.Media => [AddressOf(entry.Path)],
            // The slug that a visible post left may have gone to one that is kept back.
            _ => LeftBy(entry).SelectMany(PagesOf),
        };

    private static IEnumerable<string> SlugsOf(LogEntry entry) => LeftBy(entry).Append(entry.Slug).OfType<string>();

    private static IEnumerable<string> LeftBy(LogEntry entry) =>
        entry.Rows.Select(change => change.Row).OfType<DepartureRow>().Select(departure => departure.Address);

    // In another language than the first all stands below its tag: its lists, too.
    private static string[] PagesOf(string slug) =>
        slug.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
            ? [AddressOf(slug[..end]) + "/*"]
            : [AddressOf(slug), AddressOf(slug) + "/*", AddressOf(slug) + ".md"];

    private static string AddressOf(string path) =>
        "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
