using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Where feeds and sitemaps stand in other systems: who follows a site that moved here follows it still.</summary>
internal static partial class FormerFeeds
{
    private const string Rss = "rss.xml";
    private const string Atom = "atom.xml";
    private const string Json = "feed.json";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        [Rss] = Rss,
        [Atom] = Atom,
        [Json] = Json,
        // Ghost, WordPress, Hugo, Jekyll, Squarespace, Wix, Blogger, Astro, in this order as far as they differ.
        ["rss"] = Rss,
        ["feed"] = Rss,
        ["feed/rss"] = Rss,
        ["feed/rss2"] = Rss,
        ["feed/rdf"] = Rss,
        ["feed/atom"] = Atom,
        ["index.xml"] = Rss,
        ["feed.xml"] = Rss,
        ["blog-feed.xml"] = Rss,
        ["feeds/posts/default"] = Atom,
        ["atom"] = Atom,
        ["rss2"] = Rss,
        ["index.rdf"] = Rss,
        ["feed/json"] = Json,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ours for a file's name elsewhere; null where nobody calls a feed so.</summary>
    public static string? NameOf(string file) => Names.GetValueOrDefault(file);

    /// <summary>Our address for a path; null where it is of no feed and no sitemap.</summary>
    public static string? Find(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var file] when Sitemap().IsMatch(file) => "/sitemap.xml",
            ["tag" or "author", var slug, .. var name] when NameOf(string.Join('/', name)) is { } file => In(
                parts[0],
                slug,
                file
            ),
            ["category", .., var slug, "feed"] => In("tag", slug, Rss),
            _ => NameOf(string.Join('/', parts)) is { } file ? "/" + file : null,
        };
    }

    private static string In(string folder, string slug, string file) =>
        $"/{folder}/{Uri.EscapeDataString(slug)}/{file}";

    /// <summary>Such as <c>sitemap-posts.xml</c> of Ghost, <c>wp-sitemap-posts-post-1.xml</c>, <c>post-sitemap.xml</c> of a plugin.</summary>
    [GeneratedRegex(
        "^([a-z0-9]+-){0,3}sitemap([_-][a-z0-9]+){0,4}\\.xml$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Sitemap();
}
