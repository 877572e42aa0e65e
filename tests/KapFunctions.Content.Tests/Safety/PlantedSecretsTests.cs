using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Content.Tests.MarkdownExport;

namespace KapFunctions.Content.Tests.Safety;

/// <summary>
/// Generated posts with secrets in comments of every kind, in every place. KAP_SEED repeats a run, KAP_POSTS makes it longer.
/// </summary>
public sealed class PlantedSecretsTests
{
    private const string Secret = "secret";

    private static readonly (string Open, string Close)[] Comments =
    [
        ("%%", "%%"),
        ("%% ", " %%"),
        ("%% ", "%%"),
        ("<!--", "-->"),
        ("<!-- ", " -- -->"),
        ("{>>", "<<}"),
        ("{% comment %}", "{% endcomment %}"),
        ("{%- comment -%}", "{%- endcomment -%}"),
        ("{::comment}", "{:/comment}"),
        ("{::comment}", "{:/}"),
        ("{/*", "*/}"),
        ("{{/*", "*/}}"),
        ("{# ", " #}"),
        ("{--", "--}"),
        ("{~~", "~>new~~}"),
    ];

    /// <summary>Lines that are comments, with a secret at 0.</summary>
    private static readonly string[] Lines =
    [
        "[//]: # ({0})",
        "[//]: # (an {0} (in) brackets)",
        "[//]: # \"{0}\"",
        "[//]: # '{0}, it''s'",
        "[//]: <> ({0})",
        "[//]: #({0})",
        "[//]: # {0}",
        "[//]: ({0})",
        "[comment]: # ({0})",
        "[comment]: <> ({0})",
        "[comment {0}]: #",
        "[_]: # ({0})",
        "[Anything]: # ({0})",
        "[//]: # (one\n{0})",
        "[unused]: <https://example.org/{0}> \"{0}\"",
        "[^unused]: {0}",
        "*[unusedword]: {0}",
        "<script>{0}</script>",
        "<template>{0}</template>",
        "<style>{0}</style>",
        "<p data-x=\"{0}\" onclick=\"{0}\">shown</p>",
    ];

    /// <summary>Places of a comment that is on one line at 0.</summary>
    private static readonly string[] Places =
    [
        "Before {0} after.",
        "Before {0}after.",
        "{0}",
        "{0} after.",
        "before: {0}",
        "## A heading {0}",
        "- an item {0}\n- another",
        "- an item\n\n  {0}\n\n- another",
        "1. one\n   - two {0} on",
        "> a quotation {0}\n> goes on",
        "> [!note] A title {0}\n> Text.",
        ":::tip A title {0}\nText {0}\n:::",
        "| a {0} | b |\n|---|---|\n| c | d {0} |",
        "A note.[^n]\n\n[^n]: It says {0} this.",
        "**strong {0} text** and *soft {0}*",
        "[a link {0}](https://example.org) and ![a picture {0}](/media/a.png)",
        "![a picture](/media/a.png \"a title {0}\")",
        "[a link](other.md \"a title {0}\")",
        "[[Other|named {0}]]",
        "Term {0}\n: meaning {0}",
        "<div>\ntext {0}\n</div>",
        "<div>\n\ntext {0}\n\n</div>",
        "A <kbd>key {0}</kbd>.",
        "<details><summary>More {0}</summary>\n\nText {0}\n\n</details>",
        "- [ ] a task {0}",
        "Setext {0}\n====",
    ];

    /// <summary>Places of a comment that goes on over blocks.</summary>
    private static readonly string[] Spans =
    [
        "Before {0}\n\n{1} after.",
        "- one {0}\n- two {1} on",
        "> a {0}\n\n{1} b",
        "{0}\n\n# no heading\n\n{1}",
        "Text {0}\nline {1} on.",
        "| a {0} |\n|---|\n| {1} |",
    ];

    /// <summary>A fence that nothing opens would hide the end of a comment, so code only stands alone.</summary>
    private static readonly string[] Code =
    [
        "`{0}`",
        "```\n{0}\n```",
        "    {0}",
        "~~~\n{0}\n~~~",
        "<pre>{0}</pre>",
        "`` {0} ` ``",
    ];

    private readonly Random random;
    private readonly int seed = int.Parse(
        Environment.GetEnvironmentVariable("KAP_SEED") ?? "14",
        CultureInfo.InvariantCulture
    );

    public PlantedSecretsTests() => random = new(seed);

    [Fact]
    public void No_secret_in_a_comment_is_in_anything_that_leaves()
    {
        var posts = int.Parse(Environment.GetEnvironmentVariable("KAP_POSTS") ?? "1500", CultureInfo.InvariantCulture);
        for (var i = 0; i < posts; i++)
        {
            var text = Post();
            var rendered = Given.Rendered(text);
            var post = rendered.Post;
            Assert.True(post is not null, $"Seed {seed}, post {i}: {string.Join('\n', rendered.Problems)}\n{text}");

            // What the row keeps of the head is private, and in no answer.
            var kept = post with
            {
                Metadata = post.Metadata with { Written = null },
            };
            var leaves = JsonSerializer.Serialize(kept) + Public.MarkdownOf(post);

            Assert.False(
                leaves.Contains(Secret, StringComparison.OrdinalIgnoreCase),
                $"Seed {seed}, post {i}:\n{text}\n\n{leaves}"
            );
            Assert.DoesNotContain(
                rendered.Problems,
                problem => problem.Message.Contains(Secret, StringComparison.Ordinal) && problem.Code == "render-failed"
            );
            var again = Public.ReadAgain(post);
            Assert.True(
                Public.Words(post.Body) == Public.Words(again.Body),
                $"Seed {seed}, post {i}:\n{text}\n\n{Public.MarkdownOf(post)}\n\n{post.Body.PlainText}\n\n{again.Body.PlainText}"
            );
        }
    }

    [Fact]
    public void What_looks_like_a_comment_in_code_stays()
    {
        foreach (var (open, close) in Comments)
        {
            foreach (var code in Code)
            {
                var piece = $"{open}code{close}";
                if (
                    code.StartsWith("<pre>", StringComparison.Ordinal)
                    && open.StartsWith("<!--", StringComparison.Ordinal)
                )
                {
                    continue;
                }
                var post = Given.Post(
                    "Text.\n\n" + string.Format(CultureInfo.InvariantCulture, code, piece) + "\n\nText."
                );

                Assert.Contains(piece, post.Body.PlainText);
                Assert.Contains(piece, Public.ReadAgain(post).Body.PlainText);
            }
        }
    }

    [Fact]
    public void A_comment_without_an_end_shows_nothing_of_itself()
    {
        foreach (
            var (open, _) in Comments.Where(comment => comment.Open is not ("%%" or "%% " or "{# " or "{--" or "{~~"))
        )
        {
            foreach (var place in Places)
            {
                var text = string.Format(CultureInfo.InvariantCulture, place, open + Secret);
                var post = Given.Post("---\ntitle: A\n---\nText.\n\n" + text);

                Assert.False(
                    (post.Body.Html + Public.MarkdownOf(post)).Contains(Secret, StringComparison.Ordinal),
                    text + "\n\n" + post.Body.Html
                );
            }
        }
    }

    private string Post()
    {
        var text = new StringBuilder("---\ntitle: A post\nnote: secret # secret\n---\n");
        for (var blocks = random.Next(1, 6); blocks > 0; blocks--)
        {
            text.Append(Block()).Append("\n\n");
        }
        return text.Append("The end.\n").ToString();
    }

    private string Block()
    {
        var (open, close) = Pick(Comments);
        switch (random.Next(6))
        {
            case 0:
                var line = Pick(Lines).Replace("{0}", Word(), StringComparison.Ordinal);
                return random.Next(2) == 0 || line[0] != '[' || line.Contains("unused", StringComparison.Ordinal)
                    ? line
                    : "Text right above\n" + line;
            case 1 when open != "{~~":
                return string.Format(CultureInfo.InvariantCulture, Pick(Spans), open + Word(), Word() + close);
            default:
                var comment = open + Word() + (random.Next(4) == 0 ? " *and* `more`" : "") + close;
                return string.Format(CultureInfo.InvariantCulture, Pick(Places), comment);
        }
    }

    private string Word() => random.Next(3) == 0 ? "Secret words, 5 %" : Secret + random.Next(100);

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
