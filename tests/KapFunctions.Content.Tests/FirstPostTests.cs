using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests;

public sealed class FirstPostTests
{
    [Fact]
    public void A_plain_post_becomes_a_title_a_slug_and_safe_html()
    {
        var post = Given.Post(
            "---\ntitle: \"It's here\"\ndate: 2024-03-05\ntags: [News, Site]\n---\n\n# Hello\n\nA *first* post with a [link](other.md).\n"
        );

        Assert.Equal("It's here", post.Metadata.Title);
        Assert.Equal("hello", post.Metadata.Slug);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero), post.Metadata.Date);
        Assert.Equal(["news", "site"], post.Metadata.Tags.Select(tag => tag.Slug));
        Assert.Contains("<em>first</em>", post.Body.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"kap:posts/other.md\"", post.Body.Html, StringComparison.Ordinal);
        Assert.Equal(["kap:posts/other.md"], post.Body.Links);
    }

    [Fact]
    public void Raw_html_keeps_what_marks_up_and_loses_what_acts()
    {
        var html = Given.Html(
            "<div class=\"note\" onclick=\"alert(1)\">\n\n**Bold** <script>alert(1)</script>\n\n</div>\n\nAfter.\n"
        );

        Assert.Contains("<div class=\"note\">", html, StringComparison.Ordinal);
        Assert.Contains("<strong>Bold</strong>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", html, StringComparison.Ordinal);
        Assert.EndsWith("<p>After.</p>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_text_is_a_problem_and_no_exception()
    {
        var result = PostRenderer.Render(new("posts/a.md", new byte[] { 0x41, 0xC3, 0x28 }), new());

        Assert.Null(result.Post);
        Assert.Equal("source-not-utf8", Assert.Single(result.Problems).Code);
    }
}
