using KapFunctions.Importing.Html;

namespace KapFunctions.Cli.Tests.Importing.Html;

/// <summary>What programs put on the clipboard says no more than what its author saw.</summary>
public sealed class ClipboardTests
{
    private const int Texts = 200;

    public static TheoryData<string> Programs => ["Word", "Google Docs", "Pages", "Wix"];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_text_is_the_same_from_whatever_program_it_comes(string program)
    {
        for (var seed = 0; seed < Texts; seed++)
        {
            var text = new ClipboardText(seed);
            var html = program switch
            {
                "Word" => text.Word(),
                "Google Docs" => text.GoogleDocs(),
                "Pages" => text.Pages(),
                _ => text.Wix(),
            };

            Assert.Equal(HtmlToMarkdown.Convert(text.Plain(program != "Pages")), HtmlToMarkdown.Convert(html));
        }
    }

    [Theory]
    [InlineData("<p>Seen.<span style='display:none;mso-hide:all'> Not seen.</span></p>", "Seen.\n")]
    [InlineData(
        "<p hidden>Not seen.</p><p>Seen.</p><img src=\"https://a.example/t.gif\" style=\"display: none\">",
        "Seen.\n"
    )]
    [InlineData("<ul><li>Seen.</li><li style=\"display:none\">Not seen.</li></ul>", "- Seen.\n")]
    [InlineData("<h3>Why?</h3><div class=\"faq-answer\" style=\"display:none\">Seen.</div>", "### Why?\n\nSeen.\n")]
    [InlineData("<a aria-controls=\"b\">Why?</a><div id=\"b\" hidden>Seen.</div>", "Why?\n\nSeen.\n")]
    public void What_nobody_saw_is_left_out_and_what_a_click_opened_is_not(string html, string markdown)
    {
        var lost = new List<string>();

        var text = HtmlToMarkdown.Convert(
            html,
            what =>
            {
                lost.Add(what);
                return "";
            }
        );

        Assert.Equal(markdown, text);
        Assert.Equal(html.Contains("Not seen", StringComparison.Ordinal), lost.Contains("a hidden text"));
    }

    [Fact]
    public void Lists_of_Word_keep_their_levels_and_their_numbers()
    {
        const string html = """
            <p class=MsoNormal>Before.</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span>Three</p>
            <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Inner</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span>Four</p>
            <p class=MsoNormal>After.</p>
            """;

        Assert.Equal("Before.\n\n3. Three\n   - Inner\n4. Four\n\nAfter.\n", HtmlToMarkdown.Convert(html));
    }

    [Fact]
    public void Notes_of_Word_are_notes()
    {
        const string html = """
            <p class=MsoNormal>Sleep helps.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span
            style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a></p>
            <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
            <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span
            class=MsoFootnoteReference>[1]</span></a> A study.</p></div></div>
            """;

        Assert.Equal("Sleep helps.[^1]\n\n[^1]: A study.\n", HtmlToMarkdown.Convert(html));
    }
}
