namespace KapFunctions.Content.Tests;

/// <summary>Files that are broken as people break them: what readers get of each, and what its author is told, at which line.</summary>
public sealed class BrokenFileTests
{
    private const string Head = "---\ntitle: A\n---\n";

    /// <summary>The file, whether readers get it (<c>back</c>, <c>draft</c>, <c>online</c>), and <c>line:code</c> of what is told.</summary>
    public static readonly TheoryData<string, string, string[]> Files = new()
    {
        { "---\ndraft: ture\n---\nText.", "draft", ["2:kept-back-value"] },
        { "---\ntitle: A\ndraft: ja\n---\nText.", "draft", [] },
        { "---\ntitle: A\ndraft: “true”\n---\nText.", "draft", ["3:kept-back-value"] },
        { "---\ntitle: A\ndarft: true\n---\nText.", "draft", ["3:kept-back-key"] },
        { "---\ntitle: A\nentwurf: true\n---\nText.", "draft", ["3:kept-back-key"] },
        { "---\ntitle: A\nstatus: private\n---\nText.", "draft", [] },
        { "title: A\ndate: 2024-01-01\n---\nText.", "back", ["1:head-misplaced"] },
        { "----\ntitle: A\n----\nText.", "back", ["1:head-misplaced"] },
        { "–––\ntitle: A\n–––\nText.", "back", ["1:head-misplaced"] },
        { "Hello\n---\ntitle: A\ndate: 2024-01-01\n---\nText.", "back", ["2:head-misplaced"] },
        { "\n  \n---\ntitle: A\n---\nText.", "online", [] },
        { "---\ntitle: A\ndate: 31.02.2027\n---\nText.", "back", ["3:date-unreadable"] },
        { "---\ntitle: A\ndate: tomorrow\n---\nText.", "back", ["3:date-unreadable"] },
        { "---\ntitle: A\ndate: 2204-05-01\n---\nText.", "back", ["3:date-out-of-range"] },
        { "---\ntitle: A\ndate: 0204-05-01\n---\nText.", "back", ["3:date-out-of-range"] },
        { "---\ntitle: A\ndate: 3/4/27\n---\nText.", "online", ["3:date-ambiguous"] },
        { "---\ntitle: A\ndate: 12/24/26\n---\nText.", "online", [] },
        {
            "---\ntitle: A\ndate: 2024-01-01\ntags:\n  - sleep\n  - rest\n - grief\nsummary: x\n---\nText.",
            "online",
            ["7:front-matter-indent"]
        },
        { "---\ntitle: A\ntags:\n  - sleep\n   - rest\n---\nText.", "online", ["5:front-matter-indent"] },
        { "---\ntitle: A\nimage:\n  src: media/a.png\n alt: A lake\n---\nText.", "online", ["5:front-matter-indent"] },
        {
            "---\ntitle: A\nsources:\n  - title: One\n    url: https://a.example\n   - title: Two\n     url: https://b.example\n---\nText.",
            "online",
            ["6:front-matter-indent"]
        },
        { "---\ntitle: 'It's fine'\n---\nText.", "online", ["2:front-matter-repaired"] },
        { "---\ntitle:\u00A0Sleep well\n---\nText.", "online", ["2:front-matter-line"] },
        {
            "---\ntitle: “Sleep”\nslug: “sleep-well”\ntags: [“a”, b]\ndate: “2024-01-01”\n---\nText.",
            "online",
            ["2:value-quotes", "3:value-quotes", "4:value-quotes", "5:value-quotes"]
        },
        {
            "---\ntitle:Sleep well\ndate 2024-05-01\n---\nText.",
            "online",
            ["2:front-matter-line", "3:front-matter-line"]
        },
        {
            "---\ntitle: A\nTittle: x\ndescripton: foo\nautor: Mara\nmood: calm\n---\nText.",
            "online",
            ["3:key-unknown", "4:key-unknown", "5:key-unknown"]
        },
        {
            "---\ntitle: Sleep well #1\ntags: #Sleep #Grief\n---\nText.",
            "online",
            ["2:front-matter-comment", "3:front-matter-comment"]
        },
        { "---\ntitle: A\ntags: This is a post about sleep\n---\nText.", "online", ["3:tags-of-words"] },
        { "---\ntitle: A\ntags: sleep grief rest health\n---\nText.", "online", [] },
        { "---\ntitle: A\ndate: 2024-03-05\nexpires: 2024-01-01\n---\nText.", "back", ["4:expires-before-date"] },
        { "---\ntitle: A\ndate: 2024-03-05\nupdated: 2024-01-01\n---\nText.", "online", ["4:updated-before-date"] },
        { Head + "![My photo](my photo.jpg)", "online", ["4:link-unread"] },
        { Head + "See [text] (https://example.org).", "online", ["4:link-unread"] },
        { Head + "See (text)[https://example.org].", "online", ["4:link-unread"] },
        { Head + "[Write to me]()", "online", ["4:link-empty"] },
        { Head + "[Mail](mara@example.org)", "online", ["4:link-without-scheme"] },
        { Head + "[x](https//example.org)", "online", ["4:link-without-scheme"] },
        { Head + "[x](htps://example.org)", "online", ["4:link-without-scheme"] },
        { Head + "[x](example.org/page)", "online", ["4:link-without-scheme"] },
        { Head + "[See](#no-such)\n\n## Such", "online", ["4:link-to-anchor"] },
        { Head + "![A](C:\\pictures\\a.png)", "online", ["4:local-path"] },
        { Head + "![A](file:///home/a.png)", "online", ["4:local-path"] },
        { Head + "[A](/Users/mara/a.pdf)", "online", ["4:local-path"] },
        { Head + "![A](https://drive.google.com/file/d/1/view)", "online", ["4:cloud-page"] },
        { Head + "![A](https://www.dropbox.com/s/1/a.png?dl=0)", "online", ["4:cloud-page"] },
        { Head + "[A](https://drive.google.com/file/d/1/view)", "online", [] },
        { Head + "![A][i]\n\n[i]: <data:image/png;base64,iVBORw0KGgo=>", "online", ["6:data-address"] },
        { Head + "Text.\n\n```\ncode\n\nmore", "online", ["6:fence-unclosed"] },
        { Head + "Text.\n\n<!-- a\n\nmore", "online", ["6:comment-unclosed"] },
        { Head + "Text **bold and no end.", "online", ["4:emphasis-unclosed"] },
        { Head + "2**3 is 8, and a ** b too.", "online", [] },
        { Head + "| a | b |\n| 1 | 2 |", "online", ["4:table-unread"] },
        { Head + "#Title\n\nText.", "online", ["4:heading-unread"] },
        { Head + "Some text\n---\n\nMore.", "online", ["4:heading-underlined"] },
        { Head + "A heading\n---------\n\nMore.", "online", [] },
        { Head + "Prose.\n\n    And this is more prose.", "online", ["6:code-indented"] },
        { Head + "Prose.\n\n    var a = b;", "online", [] },
        { Head + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", "online", ["4:merge-markers"] },
        { Head + "Write to <Name> or call.", "online", ["4:angle-brackets"] },
        { Head + "## One\n\n#### Three\n\nText.", "online", ["6:heading-skipped"] },
        { Head + "# One\n\n# Two\n\nText.", "online", ["6:heading-second-title"] },
        { Head + "![IMG_1234.jpg](/media/a.jpg)", "online", ["4:image-alt-file-name"] },
        { Head + "Ich mÃ¶chte. Itâ€™s fine.", "online", ["4:doubly-encoded"] },
        { Head + "Não, IRMÃ, “AMANHÔ, Ängste, Łódź.", "online", [] },
        { "---\ntitle: A\n---", "online", ["1:text-empty"] },
        { Head + "Right.[^1]", "online", ["4:footnote-missing"] },
        { Head + "See [x][ref].", "online", ["4:reference-missing"] },
        { Head + "Text.\n\nRecent Posts\n\n#sleep #grief", "online", ["6:page-part", "8:tag-line"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_file_is_told_of_as_what_it_is(string text, string state, string[] told)
    {
        var result = Given.Rendered(text);

        Assert.Equal(
            (state, string.Join(' ', told)),
            (
                result.Post switch
                {
                    null => "back",
                    { Metadata.Draft: true } => "draft",
                    _ => "online",
                },
                string.Join(
                    ' ',
                    result
                        .Problems.Where(problem => problem.Code != "title-missing")
                        .Select(problem => $"{problem.Line}:{problem.Code}")
                        .Distinct()
                )
            )
        );
    }

    [Fact]
    public void No_problem_says_what_a_parser_said()
    {
        string[] heads =
        [
            "title: [a",
            "title: {a",
            "title: \"a",
            "image:\n  a: 1\n b: 2\n   c: 3",
            "title: a: b\n  - c",
            "- a\nb: c",
            "title: |\n a\nb",
        ];
        foreach (var head in heads)
        {
            foreach (var problem in Given.Rendered($"---\n{head}\n---\nText.").Problems)
            {
                Assert.DoesNotMatch("(?i)pars|scan|token|block|flow|expected|mapping|scalar", problem.Message);
            }
        }
    }

    [Fact]
    public void What_is_pasted_from_Word_and_Google_Docs_is_what_its_author_saw()
    {
        const string Pasted = """
            <p class="MsoNormal">Plain <span style="font-weight:bold">bold</span> <b style="font-weight:normal">not bold</b><o:p></o:p></p>

            <b style="font-weight:normal;" id="docs-internal-guid-1"><span style="font-style:italic">so</span></b>

            <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>First</p>
            <p class="MsoListParagraph" style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o<span>&nbsp;</span></span>Inner</p>
            <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.<span>&nbsp;</span></span>Second</p>

            <a href="https://example.org/?utm_source=x&amp;id=3&amp;fbclid=y">link</a>
            """;
        var result = Given.Rendered(Head + Pasted);

        Assert.Equal(
            """
            <p>Plain <strong>bold</strong> not bold</p>
            <p><em>so</em></p>
            <ol><li>First<ul><li>Inner</li></ul></li><li>Second</li></ol>
            <p><a href="https://example.org/?id=3" rel="external noopener">link</a></p>
            """.ReplaceLineEndings(""),
            result.Post!.Body.Html.Replace("\n", "", StringComparison.Ordinal)
        );
        Assert.Equal("pasted-html", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public void A_picture_that_nobody_gets_leaves_no_empty_paragraph() =>
        Assert.DoesNotContain(
            "<p></p>",
            Given.Html("A first paragraph.\n\n![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n"),
            StringComparison.Ordinal
        );
}
