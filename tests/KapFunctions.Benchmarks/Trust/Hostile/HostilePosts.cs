using System.Text;
using KapFunctions.Benchmarks.Content;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>Markdown that grows, nests or hides something, with heads of the same kind.</summary>
internal static class HostilePosts
{
    private const int Most = 1_000_000;

    private static readonly Lazy<IReadOnlyList<byte[]>> Bombs = new(Content.Bombs.Files);

    private static readonly string[] Pieces =
    [
        "![a](",
        "[a](",
        "[",
        "]",
        "*",
        "**a *b ",
        "_a*b ",
        "~~a ~b ",
        "> ",
        "- a\n",
        "|",
        "[^1] ",
        "\"a 'b ",
        "--a...b---",
        "# a\n",
        "$a $$b ",
        "<div>",
        "<div>\n\n",
        "<b><i><u>a</b>",
        "<svg><g>",
        "<table><tr><td>",
        "a<!--",
        "%%",
        "{>>",
        "{++a ",
        "<?",
        "&#1;&amp;",
        "http://a.b ",
        "https://youtu.be/dQw4w9WgXcQ\n\n",
        "[[a|b]] ",
        "![[a.png|300]] ",
        "{{ ",
        "{% raw %}",
        "\n{: .b}\n",
        "x:",
        "> [!a] b\n\n",
        "```js\n\"\\",
        "'''",
        ":heart:",
        "a^[b]",
        "<img srcset=\"/a 1x, /b 2x\">",
        "<picture><source srcset=\"/a\">",
        "word ",
        "\\(a\\)",
        "::: a\n",
        "Term\n: what\n\n",
        "漢*注意：*文",
        "\u202e",
        "<a href=\"java\tscript:a\">",
        "<details open><summary>",
        "- [ ] a\n  ",
        "1) a\n   ",
        "[a]: /b\n",
    ];

    private static readonly string[] Heads =
    [
        "title: a\n",
        "slug: ",
        "tags: [",
        "aliases:\n",
        "date: ",
        "expires: ",
        "feature_image: ",
        "sources:\n",
        "reviewed: ",
        "draft: ",
        "authors: [",
        "a: &a x\nb: *a\n",
        "? ",
        "!!python/object ",
        "\t",
        "title: |\n  ",
        "custom_excerpt: ",
        "meta_title: ",
        "id: ",
        "lang: ",
        "translation_of: ",
        "guid: ",
        "visibility: ",
        "focus: ",
        "canonical: ",
    ];

    public static byte[] Make(Dice dice)
    {
        if (dice.Often(20))
        {
            var bomb = dice.Of(Bombs.Value);
            return dice.Often(50) ? bomb : dice.Damaged(bomb);
        }

        var text = new StringBuilder(dice.Often(60) ? Head(dice) : "");
        for (var parts = dice.Size(8); parts > 0 && text.Length < Most; parts--)
        {
            text.Append(Part(dice, Most - text.Length)).Append(dice.Often(50) ? "\n\n" : "");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return dice.Often(10) ? dice.Damaged(bytes) : bytes;
    }

    private static string Part(Dice dice, int room) =>
        dice.Below(9) switch
        {
            0 => dice.Numbered(i => $"*[w{i}]: {dice.Noise(200)}\n", 5_000) + "\n" + dice.Times("w1 w2 w3 ", room),
            1 => dice.Numbered(i => $"[^{i}]: [^{i + 1}] {dice.Noise(20)}\n\n", 10_000) + dice.Times("[^1] ", 10_000),
            2 => dice.Numbered(i => $"[r{i}]: /{dice.Noise(100)}\n", 5_000) + "\n" + dice.Times("[r1] ", room),
            3 => dice.Nested(dice.Of(Pieces), dice.Noise(50), dice.Of(Pieces), room / 32),
            4 => dice.Times("|" + dice.Noise(4), room / 8)
                + "\n"
                + dice.Times("|-", room / 8)
                + "\n"
                + dice.Times("|a", room / 8),
            5 => dice.Noise(room),
            6 => dice.Nested(dice.Of(["> ", "- ", "  - ", "1. ", "<ul><li>", "<blockquote>"]), "a", "", 5_000),
            _ => dice.Times(dice.Of(Pieces) + (dice.Often(50) ? dice.Of(Pieces) : ""), room),
        };

    private static string Head(Dice dice)
    {
        var fence = dice.Of(["---", "+++", "---", "---", "{"]);
        var lines = new StringBuilder();
        for (var left = dice.Size(12); left > 0; left--)
        {
            lines
                .Append(dice.Of(Heads))
                .Append(dice.Often(30) ? dice.Times(dice.Of(["a, ", "[", "{", "'", "- a\n"]), 15_000) : dice.Noise(200))
                .Append('\n');
        }

        return $"{fence}\n{lines}{(fence == "{" ? "}" : fence)}\n";
    }
}
