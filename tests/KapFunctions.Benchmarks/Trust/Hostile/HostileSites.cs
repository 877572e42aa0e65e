using System.Text;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>Settings of every shape under every name that <c>site.yaml</c> knows.</summary>
internal static class HostileSites
{
    private const int Most = 15_000;

    private static readonly string[] Names =
    [
        "title",
        "description",
        "url",
        "language",
        "languages",
        "timezone",
        "logo",
        "icon",
        "accent_color",
        "navigation",
        "secondary_navigation",
        "authors",
        "tags",
        "social",
        "disclaimer",
        "review_every",
        "aliases",
        "frontmatter",
        "embeds",
        "foreign_pictures",
        "synonyms",
        "checks",
        "terms",
        "fields",
        "practice",
        "crisis",
        "webhooks",
        "home",
        "security",
        "codeinjection_head",
        "cover_image",
        "feeds",
        "unknown_name",
        "redirects",
    ];

    private static readonly string[] Scalars =
    [
        "true",
        "no",
        "~",
        "0",
        "-1",
        "1e999",
        "2026-13-45",
        "''",
        "\"\\u0000\"",
        "javascript:alert(1)",
        "http://127.0.0.1/",
        "//a",
        "file:///etc/passwd",
        "https://a.example",
        "Europe/Berlin",
        "../../x",
        "de",
        "fr-CA-x",
        "#fff",
        "url(http://a)",
        "</style><script>",
        "{{ site }}",
        "redirects",
        "direct",
        "every 99999999999 years",
        "12 months",
        "media/logo.png",
        "&a x",
        "*a",
        "!!binary aaaa",
        "|",
        ">",
        "12:30:45",
        "0x7fffffff",
        "\ufeff",
    ];

    public static byte[] Make(Dice dice)
    {
        var text = new StringBuilder();
        for (var left = dice.Size(30); left > 0 && text.Length < Most; left--)
        {
            text.Append(dice.Of(Names)).Append(':').Append(Value(dice, indent: 2)).Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return dice.Often(15) ? dice.Damaged(bytes) : bytes;
    }

    private static string Value(Dice dice, int indent)
    {
        var margin = "\n" + new string(' ', indent);
        return dice.Below(indent > 8 ? 3 : 9) switch
        {
            0 => " " + dice.Noise(300),
            1 => " " + dice.Nested(dice.Of(["[", "{a: "]), "x", dice.Of(["]", "}"]), 3_000),
            2 or 3 => " " + dice.Of(Scalars),
            4 => dice.Numbered(i => $"{margin}- {dice.Of(Scalars)} {i}", 2_000),
            5 => dice.Numbered(
                i => $"{margin}- name: n{i}{margin}  slug: {dice.Of(Scalars)}{margin}  url: {dice.Of(Scalars)}",
                300
            ),
            6 => dice.Numbered(i => $"{margin}- label: l{i}{margin}  url: {dice.Of(Scalars)}", 300),
            7 => dice.Numbered(i => $"{margin}- [{dice.Noise(20)}, {dice.Noise(20)}]", 500),
            _ => dice.Numbered(i => $"{margin}k{i}:{Value(dice, indent + 2)}", 40),
        };
    }
}
