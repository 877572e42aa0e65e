using KapFunctions.Content;
using KapFunctions.Content.Sources;
using KapFunctions.Site;
using KapFunctions.Site.Theme;

namespace KapFunctions.Tests.Site;

/// <summary>What pages make of a finished body: nothing that its author wrote becomes anything else.</summary>
public sealed class PageBodyTests
{
    private static readonly IReadOnlyDictionary<string, string> Words = PageLanguage.In("en").All;

    [Fact]
    public void A_table_lies_in_a_box_that_keys_reach() =>
        Assert.Equal(
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>x<table>y</table></table></div><p>z</p>",
            Html("<table>x<table>y</table></table><p>z</p>")
        );

    [Fact]
    public void A_box_of_a_task_says_what_it_means() =>
        Assert.Equal(
            "<input aria-label=\"Done\" type=\"checkbox\" checked=\"checked\"/><input aria-label=\"To do\" type=\"checkbox\"/>",
            Html("<input type=\"checkbox\" checked=\"checked\"/><input type=\"checkbox\"/>")
        );

    [Theory]
    [InlineData("<p>x</p><img alt=\"<table>\" loading=\"lazy\">")]
    [InlineData("<p title=\"a > <div class='latest'>\">x</p>")]
    [InlineData("<a title=\"</div><input\">x</a>")]
    [InlineData("<div class=\"latest\"")]
    [InlineData("<")]
    [InlineData("</table></div></div>")]
    public void What_only_looks_like_a_tag_stays_as_it_is(string html) => Assert.Equal(html, Html(html));

    [Fact]
    public void A_picture_that_begins_a_text_is_loaded_at_once() =>
        Assert.Equal(
            "<p><img src=\"a\" fetchpriority=\"high\"></p>text<img src=\"b\" loading=\"lazy\">",
            Html("<p><img src=\"a\" loading=\"lazy\"></p>text<img src=\"b\" loading=\"lazy\">")
        );

    [Fact]
    public void Parts_that_the_site_fills_end_where_it_does_so()
    {
        var parts = PageBody.Of("<div class=\"a latest\"><div>x</div></div><div class=\"latests\">y</div>", Words);

        Assert.Equal(
            [new("<div class=\"a latest\"><div>x</div>", "latest"), new("</div><div class=\"latests\">y</div>", null)],
            parts
        );
    }

    [Fact]
    public void Only_a_few_parts_are_filled()
    {
        var parts = PageBody.Of(string.Concat(Enumerable.Repeat("<div class=\"latest\"></div>", 1000)), Words);

        Assert.Equal(7, parts.Count);
    }

    [Fact]
    public void The_classes_of_the_theme_survive_the_sanitiser_in_markdown_and_in_HTML()
    {
        string[] classes =
        [
            "hero",
            "cards",
            "people",
            "questions",
            "quotation",
            "action",
            "latest",
            "featured",
            "contact",
            "button",
            "quiet",
        ];
        foreach (var name in classes)
        {
            Assert.Contains($"<div class=\"{name}\">", Body($"::: {{.{name}}}\nText.\n:::\n"));
            Assert.Contains($"class=\"{name}\"", Body($"[a](https://example.org){{.{name}}}\n"));
            Assert.Contains(
                $"<div class=\"{name}\">",
                Body($"<div class=\"{name}\" onclick=\"x\" style=\"y\">Text.</div>\n")
            );
        }
    }

    private static string Body(string markdown) =>
        PostRenderer
            .Render(
                new SourceFile("pages/a.md", System.Text.Encoding.UTF8.GetBytes("---\ntitle: A\n---\n" + markdown)),
                new()
            )
            .Post!.Body.Html;

    private static string Html(string body) => string.Concat(PageBody.Of(body, Words).Select(part => part.Html));
}
