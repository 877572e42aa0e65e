using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests.Safety;

/// <summary>Whatever arrives gives a post or problems, and a post is safe.</summary>
public sealed class AnyBytesTests
{
    private static readonly string[] Pieces =
    [
        "<",
        ">",
        "<div>",
        "</div>",
        "<b ",
        "\"",
        "'",
        "=",
        "onclick",
        "javascript:",
        "kap:",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[[",
        "]]",
        "|",
        "\n",
        "\n\n",
        "---\n",
        "+++\n",
        "title: ",
        "{",
        "}",
        "#",
        " ",
        "\t",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~",
        "$",
        "$$\n",
        ">",
        "> ",
        "- ",
        "1. ",
        "    ",
        "&",
        "&lt;",
        "&#x0;",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<svg>",
        "<style>",
        "<p>",
        "<a href=",
        "https://",
        "www.a.b",
        "a@b.c",
        "[^1]",
        "[^1]: ",
        "*[a]: b\n",
        ": ",
        "^^^\n",
        "\\",
        "\uFEFF",
        "\u0000",
        "\u2028",
        "é",
        "日本",
        "😀",
        "...",
        "--",
        "word",
        "a.md",
        "../",
        "%2e%2e/",
        "<iframe src=",
        "youtu.be/",
        "{#id .class}",
        "[!NOTE]",
        "- [ ] ",
        "2024-02-30",
        "date: ",
        "tags: [",
        "aliases:\n  - ",
        "&a ",
        "*a ",
        "!!binary ",
        "? ",
        "|\n",
        ">-\n",
        "<table>",
        "<td>",
        "<!--more-->",
        "::",
        "@",
        "<textarea>",
        "<noscript>",
        "<math>",
        "<template>",
        "<title>",
        "<xmp>",
        "<plaintext>",
        "<form>",
        "<input>",
        "{{",
        "}}",
        "{%",
        "%}",
        "::a",
        ":::",
        "{: .wide}",
        "\n{:toc}\n",
        "[TOC]",
        "%%",
        "\n%%\n",
        "{% comment %}",
        "{% endcomment %}",
        "{/*",
        "*/}",
        "\n:::note\n",
        "\n:::\n",
        "<iframe src=https://youtu.be/dQw4w9WgXcQ>",
        "> [!tip]- ",
        "https://youtu.be/dQw4w9WgXcQ",
        "import a from 'b'",
        "<div markdown=\"1\">\n",
        "<progress>",
        "| a |\n|---|\n",
    ];

    [Property(MaxTest = 300)]
    public void Any_bytes_at_all_give_a_post_or_an_error(byte[] bytes)
    {
        var result = PostRenderer.Render(new("posts/a.md", bytes), new());

        Assert.True(result.Post is not null ^ result.Problems.Any(problem => problem.Severity == Severity.Error));
        Assert.DoesNotContain("render-failed", Given.Codes(result));
        Assert.NotNull(SiteParser.Parse(new("site.yaml", bytes)).Problems);
    }

    [Property(MaxTest = 2000)]
    public Property Any_pieces_of_markup_in_any_order_give_safe_html() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
            text =>
            {
                var result = Given.Rendered(text);
                Assert.DoesNotContain("render-failed", Given.Codes(result));
                if (result.Post is { } post)
                {
                    SafeHtml.Check(post.Body.Html);
                }
            }
        );

    [Property(MaxTest = 500)]
    public Property Any_front_matter_gives_a_result(string key, string value) =>
        Prop.ForAll(
            Gen.Elements("---", "+++", "---json", "---toml").ToArbitrary(),
            fence =>
            {
                var text = $"{fence}\n{key}: {value}\n{value} = {key}\n{fence[..3]}\nText\n";
                var result = PostRenderer.Render(new("posts/a.md", Encoding.UTF8.GetBytes(text)), new());
                Assert.True(result.Post is not null || result.Problems.Count > 0);
                Assert.DoesNotContain("render-failed", Given.Codes(result));
            }
        );
}
