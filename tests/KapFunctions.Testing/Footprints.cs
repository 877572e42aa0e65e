namespace KapFunctions.Testing;

/// <summary>Every address at which readers can find that a post exists, and whether an answer there says so.</summary>
internal static class Footprints
{
    /// <summary>Posts that stand beside the others in the default order and share a tag with them.</summary>
    public static IReadOnlyDictionary<string, string> Neighbours { get; } =
        new Dictionary<string, string>
        {
            ["posts/older.md"] = "---\ndate: 2024-01-01\ntags: [Shared]\n---\nOlder.",
            ["posts/newer.md"] = "---\ndate: 2024-12-31\ntags: [Shared]\n---\nNewer, by itself.",
        };

    private const string Key = "key=0123456789abcdef0123456789";

    /// <summary>The file of a post, whose <paramref name="mark"/> no other post has.</summary>
    public static string PathOf(string mark) => $"posts/{SlugOf(mark)}.md";

    /// <summary>The last part of its address.</summary>
    public static string SlugOf(string mark) => $"walk-{mark}";

    /// <summary>What it says, with <paramref name="head"/> in its front matter.</summary>
    public static string TextOf(string mark, string head = "") =>
        $"---\ntitle: {TitleOf(mark)}\ndate: 2024-06-01\ntags: [Shared, \"Tag {mark}\"]\nauthors: [\"Author {mark}\"]\n{head}\n---\nWords {mark}word.";

    /// <summary>Addresses of its own: nothing may answer there once it is withdrawn.</summary>
    public static IReadOnlyList<string> Own(string mark, string id) =>
        [
            $"/{SlugOf(mark)}/",
            $"/tag/tag-{mark}/",
            $"/tag/tag-{mark}/rss.xml",
            $"/author/author-{mark}/",
            $"/author/author-{mark}/rss.xml",
            $"/api/posts/{SlugOf(mark)}",
            $"/api/posts/{SlugOf(mark)}/html",
            $"/api/posts/{SlugOf(mark)}/source",
            $"/api/tags/tag-{mark}",
            $"/api/authors/author-{mark}",
            $"/ghost/api/content/posts/{id}/?{Key}",
            $"/ghost/api/content/posts/slug/{SlugOf(mark)}/?{Key}",
            $"/ghost/api/content/tags/slug/tag-{mark}/?{Key}",
            $"/ghost/api/content/authors/slug/author-{mark}/?{Key}",
        ];

    /// <summary>Addresses that stay, and may not name it any more.</summary>
    public static IReadOnlyList<string> Shared(string mark) =>
        [
            "/",
            "/archive/",
            "/tag/shared/",
            "/older/",
            "/newer/",
            $"/search/?q={mark}word",
            "/rss.xml",
            "/atom.xml",
            "/feed.json",
            "/tag/shared/rss.xml",
            "/sitemap.xml",
            "/api/posts?limit=all",
            "/api/posts?filter=tag:shared",
            "/api/posts/older",
            "/api/posts/newer",
            "/api/tags?limit=all",
            "/api/authors?limit=all",
            $"/api/search?q={mark}word",
            $"/ghost/api/content/posts/?limit=all&{Key}",
            $"/ghost/api/content/tags/?limit=all&{Key}",
            $"/ghost/api/content/authors/?limit=all&{Key}",
            $"/ghost/api/content/search-index/posts/?{Key}",
        ];

    /// <summary>Whether an answer at one of these addresses shows the post.</summary>
    public static bool Shows(string mark, string address, int status, string body) =>
        status < 400 && (address.Contains($"-{mark}", StringComparison.Ordinal) || IsNamed(mark, body));

    private static bool IsNamed(string mark, string body) =>
        new[] { TitleOf(mark), SlugOf(mark), $"Tag {mark}", $"Author {mark}" }.Any(name =>
            body.Contains(name, StringComparison.Ordinal)
        );

    private static string TitleOf(string mark) => $"A walk {mark}";
}
