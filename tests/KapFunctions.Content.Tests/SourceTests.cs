using System.Text;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Tests;

/// <summary>Each kind of file that is no plain UTF-8 text has a documented outcome.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("", "source-empty")]
    [InlineData(" \r\n\t", "source-empty")]
    [InlineData("\u0012", "source-empty")]
    public void A_file_without_a_text_keeps_what_is_online(string text, string code)
    {
        var result = Given.Rendered(text);

        Assert.Null(result.Post);
        Assert.Contains(code, Given.Codes(result));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf_16_is_read_by_its_mark(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes("---\r\ntitle: Grüße\r\n---\r\nText 🎉."));

        var post = PostRenderer.Render(new("posts/a.md", bytes.ToArray()), new()).Post!;

        Assert.Equal(("Grüße", "<p>Text 🎉.</p>\n"), (post.Metadata.Title, post.Body.Html));
    }

    [Fact]
    public void Utf_16_that_is_cut_off_is_an_error_and_no_crash()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("# Hello"), 0x61];

        Assert.Equal(["source-not-utf8"], Given.Codes(PostRenderer.Render(new("posts/a.md", bytes), new())));
    }

    [Fact]
    public void A_byte_that_belongs_to_no_character_is_told_with_its_line()
    {
        var result = PostRenderer.Render(
            new("posts/a.md", "# A\n\ncaf"u8.ToArray().Append((byte)0xE9).Append((byte)'\n').ToArray()),
            new()
        );

        var problem = Assert.Single(result.Problems);
        Assert.Equal(("source-not-utf8", 3, 4), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Nul_and_other_control_characters_are_left_out_and_told()
    {
        var result = Given.Rendered("# A\0\n\nText\u0007.\n");

        Assert.Contains("<p>Text.</p>", result.Post!.Body.Html, StringComparison.Ordinal);
        Assert.Equal("source-control-characters", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public void A_file_over_a_mebibyte_is_refused_unread() =>
        Assert.Equal(
            "source-too-large",
            Assert
                .Single(
                    PostRenderer.Render(new("posts/a.md", new byte[PostRenderer.MaxSourceBytes + 1]), new()).Problems
                )
                .Code
        );

    [Fact]
    public void Fifty_problems_are_listed_and_the_others_counted()
    {
        var result = Given.Rendered("# A\n\n" + string.Concat(Enumerable.Repeat("[a](javascript:x)\n\n", 200)));

        Assert.Equal(ProblemLog.MaxProblems, result.Problems.Count);
        Assert.Contains("151", result.Problems[^1].Message, StringComparison.Ordinal);
    }
}
