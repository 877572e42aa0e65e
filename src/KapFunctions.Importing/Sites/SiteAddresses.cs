using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <summary>The pages that a site names in its maps and feeds; where it has neither, those that its pages lead to.</summary>
internal sealed partial class SiteAddresses(Uri site, WebPages pages, CancellationToken cancellation)
{
    public const int MaxPages = 5_000;
    private const int MaxMaps = 200;
    private const int MaxFeeds = 8;

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
        "/feed.xml",
        "/index.xml",
    ];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Uri> found = [];
    private readonly Dictionary<string, FeedEntry> entries = new(StringComparer.Ordinal);
    private bool follows;

    /// <summary>In the order in which they were named, each once; may grow with <see cref="Follow"/>.</summary>
    public IReadOnlyList<Uri> Found => found;

    public Robots Robots { get; private set; } = new();

    /// <summary>The first page.</summary>
    public WebPage? Home { get; private set; }

    /// <summary>What the first of its feeds calls it; null where none does.</summary>
    public string? Title { get; private set; }

    /// <exception cref="ImportException">The site cannot say what programs may read.</exception>
    public void Find()
    {
        var robots = pages.Get(new(site, "/robots.txt"), out var why, cancellation);
        if (robots is null or { Status: >= 500 })
        {
            // https://www.rfc-editor.org/rfc/rfc9309#name-unreachable-status
            throw new ImportException(
                $"{site.Host} does not say which pages programs may read (robots.txt {why}). Try again later."
            );
        }
        Robots = Robots.Of(robots.Status == 200 ? robots.Text : "");
        Home = pages.Get(site, out _, cancellation);
        ReadMaps();
        var named = found.Count;
        ReadFeeds();
        follows = named <= 1 && found.Count < 2;
        if (follows)
        {
            Add(site.AbsoluteUri);
        }
    }

    public bool IsOwn(Uri address) => IsSame(site, address);

    public static bool IsSame(Uri site, Uri address) =>
        Bare(address.Host) == Bare(site.Host)
        && (address.Port == site.Port || (address.IsDefaultPort && site.IsDefaultPort));

    /// <summary>What a feed says of the page.</summary>
    public FeedEntry? EntryOf(Uri address) => entries.GetValueOrDefault(KeyOf(address));

    /// <summary>One page is the same at several addresses.</summary>
    public static string KeyOf(Uri address) =>
        address.AbsolutePath.TrimEnd('/') + (IsPageOf(address.Query) ? address.Query : "");

    /// <summary>Where no map names pages, those are found that others lead to.</summary>
    public void Follow(WebPage page)
    {
        if (!follows)
        {
            return;
        }
        foreach (Match link in Link().Matches(page.Text))
        {
            if (Uri.TryCreate(page.Address, WebUtility.HtmlDecode(link.Groups["to"].Value), out var to))
            {
                Add(to.AbsoluteUri);
            }
        }
    }

    private void ReadMaps()
    {
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
            if (maps.Count == 0 && found.Count == 0)
            {
                // What robots.txt names may be gone.
                foreach (var usual in Maps.Where(usual => !known.Contains(new Uri(site, usual).AbsoluteUri)))
                {
                    maps.Enqueue(usual);
                }
            }
        }
    }

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

    /// <summary>They know what subscribers call a post; where there is no map, which posts there are, too.</summary>
    private void ReadFeeds()
    {
        var named = FeedLink()
            .Matches(Home?.Text ?? "")
            .Select(link => Address().Match(link.Value).Groups["to"].Value)
            .Where(to => to.Length > 0 && !to.Contains("comment", StringComparison.OrdinalIgnoreCase))
            .Select(WebUtility.HtmlDecode)
            .Take(MaxFeeds)
            .ToArray();
        foreach (var feed in named.Length > 0 ? named : Feeds)
        {
            if (!Uri.TryCreate(site, feed, out var address) || TextOf(address) is not { } text)
            {
                continue;
            }
            var read = SiteFeed.Read(text, address);
            Title ??= read.Title;
            foreach (var entry in read.Entries.Where(entry => IsOwn(entry.Address)))
            {
                entries.TryAdd(KeyOf(entry.Address), entry);
                Add(entry.Address.AbsoluteUri);
            }
            if (entries.Count > 0 && named.Length == 0)
            {
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
            && !IsFile().IsMatch(address.AbsolutePath)
            && seen.Add(KeyOf(address))
        )
        {
            found.Add(new(address.GetLeftPart(UriPartial.Path) + (IsPageOf(address.Query) ? address.Query : "")));
        }
    }

    /// <summary>Some old sites tell their pages apart by nothing else.</summary>
    private static bool IsPageOf(string query) => PageQuery().IsMatch(query);

    private string? TextOf(Uri address) =>
        pages.Get(address, out _, cancellation) is { Status: 200 } page ? page.Text : null;

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    [GeneratedRegex(
        @"<loc>\s*(<!\[CDATA\[)?(?<to>[^<\]]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"<link\b[^>]*\btype=[""']?application/(rss|atom)\+xml[^>]*>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FeedLink();

    [GeneratedRegex(
        @"\bhref=[""']?(?<to>[^""'\s>]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\.(?!(html?|php|aspx?|jsp)$)[a-z][a-z0-9]{1,4}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsFile();

    [GeneratedRegex(@"\A\?(p|page_id|id|article|post)=[\w-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PageQuery();

    [GeneratedRegex(
        @"<a\b[^>]*\bhref=[""']?(?<to>[^""'#\s>]+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Link();
}
