using System.Text;
using System.Text.Json;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>What another system is said to have exported.</summary>
internal static class HostileExports
{
    private const int Most = 1_000_000;

    private static readonly string[] Markup =
    [
        "<p>",
        "<div>",
        "<b><i>",
        "<table><tr><td>",
        "<ul><li>",
        "<blockquote>",
        "<figure class=\"kg-card kg-image-card\"><img src=\"__GHOST_URL__/content/images/a.png\">",
        "<iframe src=\"https://www.youtube.com/embed/x\">",
        "<svg><foreignObject>",
        "<script>a</script>",
        "<a href=\"javascript:x\">",
        "[caption]",
        "[gallery ids=\"1\"]",
        "<!--more-->",
        "<!--kg-card-begin: html-->",
        "<pre>",
        "<code>",
        "<sup><sub>",
        "&nbsp;",
        "&#0;",
        "<h1>",
        "<br>",
        "text ",
        "*",
        "<ruby><rt>",
        "<math><mtext><table>",
    ];

    private static readonly string[] Names =
    [
        "a",
        "../../etc/passwd",
        "..",
        "",
        "con",
        "a/b\\c",
        "a\u0000b",
        ".",
        "%2e%2e%2f",
        "é漢",
        "A very long name ",
    ];

    /// <summary>The importer's name, and a file for it.</summary>
    public static (string Importer, byte[] Bytes) Make(Dice dice)
    {
        var (importer, text) = dice.Often(50) ? ("ghost", Ghost(dice)) : ("wordpress", WordPress(dice));
        var bytes = Encoding.UTF8.GetBytes(text);
        return (importer, dice.Often(30) ? dice.Damaged(bytes) : bytes);
    }

    private static string Ghost(Dice dice)
    {
        var posts = Enumerable
            .Range(0, dice.Size(50))
            .Select(i => new Dictionary<string, object?>
            {
                ["id"] = Name(dice),
                ["title"] = Name(dice),
                ["slug"] = Name(dice),
                ["html"] = Html(dice),
                ["lexical"] = dice.Often(20) ? dice.Nested("{\"root\":{\"children\":[", "", "]}}", 5_000) : null,
                ["mobiledoc"] = dice.Often(20) ? dice.Nested("[", "", "]", 5_000) : null,
                ["status"] = dice.Of(["published", "draft", "sent", ""]),
                ["published_at"] = dice.Of(["2023-01-01T00:00:00.000Z", "never", "", "9999-99-99", null!]),
                ["feature_image"] = Name(dice),
            });
        var export = JsonSerializer.Serialize(new { db = new[] { new { data = new { posts } } } });
        return dice.Often(10) ? dice.Nested("{\"db\":[", export, "]}", 5_000) : export;
    }

    private static string WordPress(Dice dice)
    {
        var items = dice.Numbered(
            _ =>
                $"<item><title>{dice.Of(["a", "&a;", "<b>", "]]>"])}</title><link>https://blog.example/{Name(dice)}</link><content:encoded><![CDATA[{Html(dice)}]]></content:encoded><wp:post_name>{dice.Of(["a", "b/..", "%2e%2e"])}</wp:post_name><wp:post_type>{dice.Of(["post", "page", "attachment", "x"])}</wp:post_type><wp:status>publish</wp:status></item>",
            40
        );
        var kind = dice.Often(20)
            ? "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            : "";
        var deep = dice.Often(20) ? dice.Nested("<a>", "", "</a>", 20_000) : "";
        return $"<?xml version=\"1.0\"?>{kind}<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>a</title><link>https://blog.example</link><wp:wxr_version>1.2</wp:wxr_version>{deep}{items}</channel></rss>";
    }

    private static string Name(Dice dice) => dice.Of(Names) + (dice.Often(10) ? dice.Noise(1_000) : "");

    private static string Html(Dice dice) =>
        dice.Below(3) switch
        {
            0 => dice.Nested(
                dice.Of(Markup),
                dice.Noise(100),
                dice.Of(["</p>", "</div>", "</td></tr></table>", "</li></ul>"]),
                5_000
            ),
            1 => dice.Times(dice.Of(Markup) + dice.Of(Markup), Most / 4),
            _ => string.Concat(Enumerable.Range(0, dice.Size(200)).Select(_ => dice.Of(Markup) + dice.Noise(40))),
        };
}
