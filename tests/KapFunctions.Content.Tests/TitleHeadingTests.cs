namespace KapFunctions.Content.Tests;

public sealed class TitleHeadingTests
{
    [Theory]
    [InlineData("# Autumn walks\n\nText.", "Autumn walks")]
    [InlineData("Autumn *walks*\n===\n\nText.", "Autumn walks")]
    [InlineData("## Autumn walks\n\nText.", "Autumn walks")]
    [InlineData("<!-- from a tool -->\n\n# **Autumn walks** {#autumn-walks}\n\nText.", "Autumn walks")]
    [InlineData("---\ntitle: “Autumn walks”\n---\n# \"Autumn Walks\".\n\nText.", "“Autumn walks”")]
    [InlineData("# Autumn walks\n\nText.\n\n# Another", "Autumn walks")]
    public void The_title_stands_on_the_page_once(string markdown, string title)
    {
        var post = Given.Post(markdown);

        Assert.Equal(title, post.Metadata.Title);
        Assert.StartsWith("<p>Text.</p>", post.Body.Html.TrimStart(), StringComparison.Ordinal);
        Assert.StartsWith("Text.", post.Metadata.Excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain(post.Body.Toc, entry => entry.Text.Contains("walks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---\ntitle: Walks\n---\n# Autumn\n\nText.")]
    [InlineData("---\ntitle: Autumn\n---\nText.\n\n## Autumn\n\nMore.")]
    [InlineData("Text.\n\n# Autumn\n\nMore.\n\n# Winter")]
    [InlineData("# Autumn[^1]\n\n[^1]: A note.")]
    [InlineData("# [Autumn](autumn.md)\n\nText.")]
    public void A_heading_that_is_more_than_the_title_stays(string markdown) =>
        Assert.Matches("<h[12] id=\"autumn\">", Given.Post(markdown).Body.Html);
}
