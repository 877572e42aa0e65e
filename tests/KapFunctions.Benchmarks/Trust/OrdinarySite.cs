using System.Globalization;
using System.Text;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>What the trials have readers ask for: 200 posts, and every address that shows them.</summary>
internal static class OrdinarySite
{
    public const int Posts = 200;

    private const int Words = 50;
    private const int WordsInText = 300;
    private const int Tags = 10;

    /// <summary>Puts all of them online; their versions.</summary>
    public static async Task<string[]> PublishAsync(HttpClient http)
    {
        var versions = new string[Posts];
        for (var post = 0; post < Posts; post++)
        {
            var saved = await Edits.SaveAsync(http, PathOf(post), TextOf(post, edit: 0));
            versions[post] = saved.Version ?? throw new InvalidOperationException(saved.Said);
        }

        return versions;
    }

    public static string PathOf(int post) => $"posts/post-{post}.md";

    /// <summary>Each edit has the same length and other words.</summary>
    public static byte[] TextOf(int post, int edit)
    {
        var words = string.Join(
            ' ',
            Enumerable.Range(0, WordsInText).Select(word => $"word{(word * 7 + edit) % Words}")
        );
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"---\ntitle: Post {post}\ndate: 2026-01-{1 + post % 28:00}\ntags: [Tag {post % Tags}]\n---\n{words} edit{edit}\n"
            )
        );
    }

    public static string AnyAddress(Random random)
    {
        var post = random.Next(Posts);
        return random.Next(16) switch
        {
            0 => "/",
            1 => "/archive/",
            2 => "/rss.xml",
            3 => "/atom.xml",
            4 => "/sitemap.xml",
            5 => "/api/posts?limit=all",
            6 => $"/api/posts?limit=15&page={random.Next(1, 10)}",
            7 => $"/api/search?q=word{random.Next(Words)}",
            8 => $"/tag/tag-{random.Next(Tags)}/",
            9 => $"/api/posts/post-{post}",
            10 => $"/api/posts/post-{post}/source",
            11 => $"/api/posts/post-{post}/html",
            12 => "/api/changes",
            13 => $"/search/?q=word{random.Next(Words)}",
            _ => $"/post-{post}/",
        };
    }
}
