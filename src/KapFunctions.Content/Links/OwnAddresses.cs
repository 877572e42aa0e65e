using System.Collections.Frozen;

namespace KapFunctions.Content.Links;

/// <summary>The addresses that a site uses itself: what stands there is never a post, so no post can have one as its slug.</summary>
public static class OwnAddresses
{
    /// <summary>First parts of paths: of the functions' routes, of the site's pages, and of the platform in front of them.</summary>
    public static FrozenSet<string> Names { get; } =
        FrozenSet.ToFrozenSet(
            [
                "api",
                "archive",
                "assets",
                "atom.xml",
                "author",
                "desk",
                "favicon.ico",
                "feed.json",
                "ghost",
                "index.md",
                "llms-full.txt",
                "llms.txt",
                "media",
                "openapi.json",
                "page",
                "robots.txt",
                "rss.xml",
                "schema",
                "search",
                "sitemap.xml",
                "sitemaps",
                "tag",
                // The Functions host answers these before any function, App Service signs people in below .auth.
                "admin",
                "runtime",
                ".auth",
                // https://www.rfc-editor.org/rfc/rfc8615
                ".well-known",
            ],
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Whether the site uses <paramref name="name"/> itself, a slug or what an author wrote for one.</summary>
    public static bool Has(string name) => Names.Contains(name);
}
