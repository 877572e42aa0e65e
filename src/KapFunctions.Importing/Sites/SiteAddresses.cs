using System.Net;
using System.Text.RegularExpressions;

namespace KapFunctions.Importing.Sites;

/// <summary>The pages that a site names in its maps and feeds; where it has neither, those that its first page leads to.</summary>
internal sealed partial class SiteAddresses(Uri site, WebPages pages, CancellationToken cancellation)
{
    private const int MaxPages = 5_000;
    private const int MaxMaps = 200;

    private static readonly string[] Maps =
    [
        "/sitemap.xml",
        "/sitemap_index.xml",
        "/wp-sitemap.xml",
        "/blog-posts-sitemap.xml",
    ];

    private static readonly string[] Feeds =
    [
        "/feed",
        "/blog-feed.xml",
        "/rss.xml",
        "/rss/",
        "/atom.xml",
        "/index.xml",
    ];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Uri> found = [];

    public Robots Robots { get; private set; } = new();

    /// <summary>In the order in which they were named, each once.</summary>
    public IReadOnlyList<Uri> Find()
    {
        Robots = Robots.Of(TextOf(new(site, "/robots.txt")) ?? "");
        var maps = new Queue<string>(Robots.Sitemaps.Count > 0 ? Robots.Sitemaps : Maps);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (maps.TryDequeue(out var map) && known.Count < MaxMaps && found.Count < MaxPages)
        {
            if (
                Uri.TryCreate(site, map, out var address)
                && known.Add(address.AbsoluteUri)
                && TextOf(address) is { } text
            )
            {
                ReadMap(text, maps);
            }
        }
        if (found.Count <= 1)
        {
            ReadFeeds();
        }
        if (found.Count <= 1 && TextOf(site) is { } home)
        {
            foreach (Match link in Link().Matches(home))
            {
                Add(WebUtility.HtmlDecode(link.Groups["to"].Value));
            }
        }
        return found;
    }

    public bool IsOwn(Uri address) => Bare(address.Host) == Bare(site.Host) && address.Port == site.Port;

    private void ReadMap(string text, Queue<string> maps)
    {
        var isIndex = text.Contains("<sitemapindex", StringComparison.Ordinal);
        foreach (Match place in Place().Matches(text))
        {
            var address = WebUtility.HtmlDecode(place.Groups["to"].Value.Trim());
            if (isIndex)
            {
                maps.Enqueue(address);
            }
            else
            {
                Add(address);
            }
        }
    }

    private void ReadFeeds()
    {
        foreach (var feed in Feeds)
        {
            if (TextOf(new(site, feed)) is { } text && FeedLink().Matches(text) is { Count: > 0 } links)
            {
                foreach (Match link in links)
                {
                    Add(WebUtility.HtmlDecode(link.Groups["to"].Value.Trim()));
                }
                return;
            }
        }
    }

    private void Add(string written)
    {
        if (
            found.Count < MaxPages
            && Uri.TryCreate(site, written, out var address)
            && address.Scheme is "http" or "https"
            && IsOwn(address)
            && Path.GetExtension(address.AbsolutePath).ToLowerInvariant()
                is ""
                    or ".html"
                    or ".htm"
                    or ".php"
                    or ".aspx"
            && seen.Add(address.GetLeftPart(UriPartial.Path).TrimEnd('/'))
        )
        {
            found.Add(new(address.GetLeftPart(UriPartial.Path)));
        }
    }

    private string? TextOf(Uri address) =>
        pages.Get(address, out _, cancellation) is { Status: 200 } page ? page.Text : null;

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    [GeneratedRegex(
        @"<loc>\s*(<!\[CDATA\[)?(?<to>[^<\]]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"<link>\s*(<!\[CDATA\[)?(?<to>https?://[^<\]]+)|<link\b[^>]*\bhref=""(?<to>[^""]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FeedLink();

    [GeneratedRegex(@"<a\b[^>]*\bhref=[""'](?<to>[^""'#?]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
