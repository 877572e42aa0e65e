using KapFunctions.Content.Posts;

namespace KapFunctions.Content.Tests;

/// <summary>Problems of heads: the line is the line to mend, and what is asked for there mends it when it is done literally.</summary>
public sealed class MendTests
{
    [Theory]
    [InlineData("title: 'It's fine'", 2, "It's fine")]
    [InlineData("title: 'Twas the night", 2, "'Twas the night")]
    [InlineData("title: 'Twas the night\nsummary: the dogs'", 2, "'Twas the night")]
    [InlineData("title: !important is bad", 2, "!important is bad")]
    [InlineData("title: &Co is a name", 2, "&Co is a name")]
    [InlineData("date: 2024-01-01\ntitle: Notes: part 2", 3, "Notes: part 2")]
    [InlineData("title: @jane", 2, "@jane")]
    public void A_value_that_YAML_would_read_otherwise_is_read_as_written(string head, int line, string title)
    {
        var result = Given.Rendered($"---\n{head}\n---\nText.\n");
        var problem = Assert.Single(result.Problems, problem => problem.Code == "front-matter-repaired");

        Assert.Equal((title, line), (result.Post!.Metadata.Title, problem.Line));
        Assert.Equal(title, Mended(head, problem.Line, problem.Mend["Write ".Length..]).Metadata.Title);
    }

    [Theory]
    [InlineData("title: Sleep well #1", 19, "title: 'Sleep well #1'")]
    [InlineData("title: #1 of many", 8, "title: '#1 of many'")]
    [InlineData("title: \"Sleep\" #well", 16, "title: '\"Sleep\" #well'")]
    public void What_YAML_takes_for_a_comment_is_told(string head, int column, string mend)
    {
        var problem = Assert.Single(
            Given.Rendered($"---\n{head}\n---\nText.\n").Problems,
            problem => problem.Line == 2
        );

        Assert.Equal(("front-matter-comment", column), (problem.Code, problem.Column));
        Assert.StartsWith($"Write {mend};", problem.Mend, StringComparison.Ordinal);
        Assert.Empty(Given.Rendered($"---\n{mend}\n---\nText.\n").Problems);
    }

    [Theory]
    [InlineData("title: Sleep # a comment")]
    [InlineData("title: C#\ndescription: 'a #b'\nslug: \"c #d\"")]
    [InlineData("title: A\ndescription: |\n  a #b\n  !c")]
    [InlineData("title: \"Two\n  lines #1\"")]
    public void What_means_in_YAML_what_it_looks_like_is_not_told(string head) =>
        Assert.DoesNotContain(
            Given.Codes(Given.Rendered($"---\n{head}\n---\nText.\n")),
            code => code.StartsWith("front-matter", StringComparison.Ordinal)
        );

    [Fact]
    public void An_item_with_a_blank_too_few_is_told_at_its_line()
    {
        var result = Given.Rendered("---\ntitle: A\ntags:\n  - sleep\n  - rest\n - grief\n---\nText.\n");
        var problem = Assert.Single(result.Problems);

        Assert.Equal(("front-matter-indent", 6), (problem.Code, problem.Line));
        Assert.Equal(["sleep", "rest", "grief"], result.Post!.Metadata.Tags.Select(tag => tag.Slug));
    }

    [Fact]
    public void Marks_of_tools_are_told_each_at_its_place() =>
        Assert.Equal(
            [(5, 11), (5, 29), (6, 1)],
            Given
                .Rendered(
                    "---\ntitle: A\n---\n\nThis shows【4†source】 it all :contentReference[oaicite:0]{index=0}.\n[cite: 1, 2] so\n"
                )
                .Problems.Where(problem => problem.Code == "tool-mark")
                .Select(problem => (problem.Line, problem.Column))
        );

    [Fact]
    public void A_blank_that_only_looks_like_one_begins_a_heading_or_an_item_outside_of_code()
    {
        var result = Given.Rendered("---\ntitle: A\n---\n#\u00A0Part\n\n-\u3000one\n1.\u202Fx\n\n```\n#\u00A0a\n```\n");

        Assert.Equal(
            ("unusual-blank", 4, 2),
            (result.Problems[0].Code, result.Problems[0].Line, result.Problems[0].Column)
        );
        Assert.StartsWith("<h1 id=\"part\">Part<", result.Post!.Body.Html, StringComparison.Ordinal);
        Assert.Contains("<li>one</li>", result.Post.Body.Html, StringComparison.Ordinal);
        Assert.Contains("#\u00A0a", result.Post.Body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<details>\n<summary>x</summary>\n```\ncode\n```\n</details>\n", 3)]
    [InlineData("<details>\n<summary>x</summary>\n\n```\ncode\n```\n\n</details>\n", 0)]
    [InlineData("<pre>\n```\n</pre>\n", 0)]
    public void A_fence_right_below_HTML_is_told(string markdown, int line) =>
        Assert.Equal(
            line,
            Given.Rendered(markdown).Problems.FirstOrDefault(problem => problem.Code == "fence-in-html")?.Line ?? 0
        );

    private static RenderedPost Mended(string head, int line, string text)
    {
        var lines = head.Split('\n');
        lines[line - 2] = text;
        var result = Given.Rendered($"---\n{string.Join('\n', lines)}\n---\nText.\n");
        Assert.DoesNotContain("front-matter-repaired", Given.Codes(result));
        return result.Post!;
    }
}
