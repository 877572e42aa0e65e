namespace KapFunctions.Content.Tests;

/// <summary>Markdown that reads one way to its author and another to a parser.</summary>
public sealed class ShownAsMeantTests
{
    [Theory]
    [InlineData("[^1]: A note.\n## Part\n\nText.", "Kepler was right.\nPart\nText.")]
    [InlineData("[^1]: A note.\n- one\n- two", "Kepler was right.\none\ntwo")]
    [InlineData("[^1]: A note.\n> Quoted.", "Kepler was right.\nQuoted.")]
    [InlineData("[^1]: A note\ngoes on.\n\nText.", "Kepler was right.\nText.")]
    [InlineData("[^1]: A note.\n\n    # In it.\n\nText.", "Kepler was right.\nText.")]
    public void A_note_ends_where_another_block_begins(string below, string plainText) =>
        Assert.Equal(plainText, Given.Post($"---\ntitle: A\n---\nKepler was right.[^1]\n\n{below}\n").Body.PlainText);

    [Fact]
    public void A_note_in_the_middle_of_a_sentence_is_a_note()
    {
        var body = Given
            .Post("One^[a *note* with `]` in it] two[^n] three^[and [a link](/b/)].\n\n[^n]: Below.\n")
            .Body;

        Assert.Equal("One two three.", body.PlainText);
        Assert.Contains("a <em>note</em> with <code>]</code> in it", body.Html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"fn-3\"><p>and <a href=\"/b/\">a link</a>", body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> Quoted^[a note\n> over lines].", "a note over lines")]
    [InlineData("- item^[a note\n  over lines].", "a note over lines")]
    [InlineData("| a |\n|---|\n| b^[a note] |", "a note")]
    public void So_it_is_in_quotations_lists_and_tables(string text, string note) =>
        Assert.Contains($"<li id=\"fn-1\"><p>{note} ", Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("`^[no note here]`", "<code>^[no note here]</code>")]
    [InlineData("The class ^[a-z]+ of letters", "^[a-z]+")]
    [InlineData("```\n^[no note here]\n```", "^[no note here]")]
    [InlineData("\\^[no note here]", "^[no note here]")]
    [InlineData("An open ^[bracket here", "^[bracket here")]
    [InlineData("<div>In HTML ^[no note here]</div>", "^[no note here]")]
    [InlineData("Before ^[no note here]\n\n```\nnever closed", "^[no note here]")]
    [InlineData("- item\n\n      ^[no note here]", "<code>^[no note here]")]
    public void What_is_no_note_stays_as_it_stands(string text, string shown) =>
        Assert.Contains(shown, Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("- [x](https://example.org/) is a link")]
    [InlineData("- [x]foo")]
    [InlineData("- Rate it: [ ] well [x] badly")]
    public void What_does_not_stand_alone_at_the_beginning_of_an_item_is_no_box(string text) =>
        Assert.DoesNotContain("checkbox", Given.Html(text + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("!!! note \"Mind this\"\n    Text with *Markdown*.\n\n    More.\n\nBehind.")]
    [InlineData("??? note \"Mind this\"\n    Text with *Markdown*.\n\n    More.\n\nBehind.")]
    public void An_indented_box_is_a_box(string text)
    {
        var body = Given.Post(text + "\n").Body;

        Assert.Equal("Mind this\nText with Markdown.\nMore.\nBehind.", body.PlainText);
        Assert.EndsWith("<p>More.</p>\n</div>\n<p>Behind.</p>\n", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>", body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200B## Part", "<h2")]
    [InlineData("\uFEFF- one", "<li>one")]
    [InlineData("\u200B> Quoted.", "<blockquote>")]
    [InlineData("\u2060```\ncode\n```", "<pre><code>code")]
    public void A_sign_that_nobody_sees_hides_no_heading_list_or_code(string text, string html) =>
        Assert.Contains(html, Given.Html($"Text.\n\n{text}\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("A[^1] b\n\n[^1]: One.\n[^1]: Two.", "footnote-lost", 4)]
    [InlineData("A b\n\n[^1]: One.", "footnote-lost", 3)]
    [InlineData("Text:\n-one\n-two", "list-unread", 2)]
    [InlineData("1.one\n2.two", "list-unread", 1)]
    [InlineData("• one\n• two", "list-unread", 1)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n| x | y | z |", "table-cells-lost", 4)]
    [InlineData("Text.\n\nCaf\uFFFD", "signs-lost", 3)]
    [InlineData("This is **bold* text", "emphasis-unclosed", 1)]
    [InlineData("[my page](https://example.org/a and more", "link-unread", 1)]
    [InlineData("[my page]{https://example.org}", "link-unread", 1)]
    [InlineData("[my page(https://example.org) and more", "link-unread", 1)]
    [InlineData("[my page](https://example.org/\na)", "link-unread", 1)]
    [InlineData("(a lake)![/media/a.png]", "link-unread", 1)]
    [InlineData("! [a lake](/media/a.png)", "link-unread", 1)]
    [InlineData("[my page](http://localhost:3000/a)", "local-path", 1)]
    public void What_readers_do_not_see_as_it_was_meant_is_told_at_its_line(string text, string code, int line)
    {
        var result = Given.Rendered(text + "\n", "posts/2024-01-01-a.md");

        Assert.Contains((code, line), result.Problems.Select(problem => (problem.Code, problem.Line)));
    }

    [Theory]
    [InlineData("The temperature\n-5 degrees\n-6 at night")]
    [InlineData("He came at\n1.30 and left\n2.30")]
    [InlineData("One – two\n– three")]
    [InlineData("| a | b |\n|---|---|\n| `x|y` | z |\n| 1 | 2 | |\n| a \\| b | [[c|d]] |")]
    [InlineData("5*3 and **a** *b* ***c***")]
    [InlineData("A[^1]\n\n[^1]: One.\n\n```\n[^1]: In code.\n```")]
    [InlineData("A note [in brackets (https://example.org/a)] here")]
    public void What_is_meant_as_it_stands_is_not_told(string text) =>
        Assert.Equal(["title-missing"], Given.Codes(Given.Rendered($"{text}\n")));

    [Fact]
    public void A_title_in_curly_quotation_marks_gets_straight_ones()
    {
        var problem = Assert.Single(
            Given.Rendered("# A\n\n[my page](https://example.org “Title”)\n").Problems,
            problem => problem.Code == "link-unread"
        );

        Assert.Equal("Write [my page](https://example.org \"Title\").", problem.Mend);
        Assert.Empty(Given.Rendered($"# A\n\n{problem.Mend["Write ".Length..^1]}\n").Problems);
    }
}
