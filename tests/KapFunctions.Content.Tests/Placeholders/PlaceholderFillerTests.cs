using KapFunctions.Content.Links;
using KapFunctions.Content.Placeholders;

namespace KapFunctions.Content.Tests.Placeholders;

public sealed class PlaceholderFillerTests
{
    private static ResolvedPlaceholder? Resolve(string placeholder) =>
        placeholder switch
        {
            "kap:posts/b.md" => new("/b/?x=1&y=2"),
            "kap:title/Another%20Post" => new("/another/"),
            "kap:media/a.png" => new("/media/a.png", 640, 480),
            "kap:media/b.jpg" => new("/b.jpg?v=1", 640, 480, "/b.jpg?v=1&width=320 320w, /b.jpg?v=1&width=640 640w"),
            _ => null,
        };

    [Fact]
    public void Links_lead_where_their_targets_are_now() =>
        Assert.Equal(
            "<p><a href=\"/b/?x=1&amp;y=2#part\">B</a>, <a href=\"/another/\">Another Post</a></p>\n",
            PlaceholderFiller.Fill(Given.Html("[B](b.md#part), [[Another Post]]"), Resolve)
        );

    [Fact]
    public void A_link_without_a_target_stays_as_text() =>
        Assert.Equal("<p><a>gone</a></p>\n", PlaceholderFiller.Fill(Given.Html("[gone](gone.md)"), Resolve));

    [Fact]
    public void A_picture_gets_its_size_unless_its_author_gave_one()
    {
        Assert.Contains(
            "<img src=\"/media/a.png\" width=\"640\" height=\"480\" alt=\"x\"",
            PlaceholderFiller.Fill(Given.Html("![x](/media/a.png)"), Resolve),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<img src=\"/media/a.png\" height=\"225\" alt=\"x\" width=\"300\"",
            PlaceholderFiller.Fill(Given.Html("![x](/media/a.png){width=300}"), Resolve),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("![x](/media/b.jpg)", ImageAttributes.InText)]
    [InlineData("![x](/media/b.jpg){width=300}", "300px")]
    [InlineData("![x](/media/b.jpg){width=50%}", ImageAttributes.InText)]
    public void A_browser_may_choose_among_the_forms_of_a_picture(string markdown, string sizes) =>
        Assert.Contains(
            $" srcset=\"/b.jpg?v=1&amp;width=320 320w, /b.jpg?v=1&amp;width=640 640w\" sizes=\"{sizes}\"",
            PlaceholderFiller.Fill(Given.Html(markdown), Resolve),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_forms_that_an_author_lists_stay()
    {
        var html = PlaceholderFiller.Fill(
            Given.Html("<img src=\"/media/b.jpg\" srcset=\"/pictures/c 2x\" alt=\"x\">"),
            Resolve
        );

        Assert.Contains("srcset=\"/pictures/c 2x\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("width=320", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_author_writes_about_placeholders_is_left_alone()
    {
        var html = Given.Html(
            "\"kap:posts/b.md\" ![kap:posts/b.md](https://example.org/a.png)\n\n`\"kap:posts/b.md\"`\n"
        );

        Assert.Same(html, PlaceholderFiller.Fill(html, _ => throw new InvalidOperationException()));
    }

    [Fact]
    public void A_placeholder_can_be_taken_apart()
    {
        Assert.Equal("posts/a b.md", Placeholder.PathOf(Placeholder.ForPath("posts/a b.md")));
        Assert.Equal("A/B?", Placeholder.TitleOf(Placeholder.ForTitle("A/B?")));
        Assert.Equal("posts/b.md", Placeholder.PathOf("kap:posts/b.md#x"));
    }
}
