using System.Text;

namespace KapFunctions.Content.Tests;

/// <summary>Files made to stall or fill a renderer are refused or done within the bounds that hold for every render.</summary>
public sealed class BombTests
{
    private const int Size = 1_000_000;

    // Three times the promise of 2 s, since tests run unoptimised. Without the guards each takes far longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    public static TheoryData<string> Repeated() =>
        [
            "![a](",
            "%%a ",
            "{/*",
            ":::note\n",
            ":::note [",
            "- TOC\n{:toc}\n",
            "a %%b\n\n",
            "- %%\n",
            "{% comment %}",
            "[a](",
            "[",
            "[a",
            "[a][b",
            "[](<",
            "*a ",
            "**a *b",
            "_a*b ",
            "`a``",
            "<",
            "<?",
            "a<!--",
            "a<![CDATA[",
            "a<!A ",
            "> ",
            "- ",
            "- a\n",
            "-   ",
            "\t*\t",
            ">  1.  ",
            "> - ",
            "|",
            "a|b\n",
            "[a]: /u\n",
            "[^1]: a\n\n",
            "\"a ",
            "--a ",
            "{#a",
            "# a\n",
            "# a {#b}\n",
            "a\n: b\n\n",
            "http://a.b ",
            "(http://a.b/",
            "mailto:a@b.c ",
            "<div>",
            "<div>\n\n",
            "</div>\n\n",
            "<b>a",
            "<p>\n\n",
            "<table><tr><td>",
            "<a href=x>",
            "<b><form>",
            "<svg><g>",
            "<i><p></i>",
            "<foo>",
            "<em>a</em> ",
            "<iframe src=//a></iframe>",
            "<img src=a>",
            "<ul><li>",
            "![](a.png)\n\n",
            "[a](javascript:b)\n\n",
            "[[a|b]] ",
            "{{ a }}",
            "```js\n\"\\\n",
            "a<br>b\n\n",
            "&#1;",
            "> [!NOTE]\n> a\n\n",
            "$a$ ",
            "\\",
            "<a b='",
            "{{ ",
            "{{",
            "{% x ",
            "a\n{: .b1}\n",
            "x:",
            "::a\n",
            "> [!a] b\n\n",
            "https://youtu.be/dQw4w9WgXcQ\n",
            "<div markdown=\"1\">\n",
            "<x{{>",
            "%%a%%\n",
            "%% {# ",
            "{>>a<<}\n",
            "{>>a\n\n<<}",
            "{>>",
            "a {>>b\n\n",
            "{++a ",
            "{++a++}",
            "{~~a~>b~~}",
            "{~~a~>",
            "{--",
            "<!--\n-->\n",
            "<!-- ",
            "a <!-- b\n\n",
            "[//]: # (a)\n",
            "[//]: # (a\n",
            "{% comment %}\n{% endcomment %}\n",
            "{::comment}\n{:/comment}\n",
            "^",
            "a^b",
            "~a",
            "a^b^",
            "~a~",
            "[a]{.b}",
            "[a]{.b",
            "[[a]{.b}",
            "::: {.a}\n",
            "::: {#a}\n:::\n",
            "\\(x",
            "\\(x\\)",
            "\\[\n",
            "\\[\nx\n\\]\n",
            "\\[ x = y\n",
            ":tada:",
            ":a",
            "a ^bcd\n\n",
            "^bcd\n\n",
            "![[a.png|",
            "![[a.png]] ",
            "【4†",
            "【4†a】",
            "#\u00A0a\n",
            "<p id=a>\n\n",
            "<a id=\"a\">b</a>\n\n",
            "\u05D0\n\n",
            "'tis ",
            "a/b--c",
            "漢\n",
            "`a\\|b`|c\n",
            "> [!NOTE]\n\n",
            "{/* a */}\n",
            "{{/* a */}}\n",
            "{# a #}\n",
            "*a* ",
            "***a*** ",
            "a`b``c ",
            "- [ ] a\n",
            "<b><i>",
        ];

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_megabyte_of_one_thing_is_refused_or_done_in_time(string piece)
    {
        var text = new StringBuilder("x\n\n");
        while (text.Length + piece.Length < Size)
        {
            text.Append(piece);
        }
        AssertInTime(text.ToString());
    }

    /// <summary>Found by <c>tests/patterns.sh</c>.</summary>
    [Theory]
    [InlineData(":::note", "\t", ":}")]
    [InlineData(":::note a", " ", "{b")]
    [InlineData("<r", "\tmarkdownu", "r")]
    [InlineData("[/other]", "[private] ", "")]
    public void A_line_that_could_be_read_in_many_ways_is_read_once(string begin, string piece, string end) =>
        AssertInTime("x\n\n" + begin + string.Concat(Enumerable.Repeat(piece, Size / piece.Length - 20)) + end + "\n");

    [Theory]
    [InlineData("%%\n", "%%\n")]
    [InlineData("<!--\n", "-->\n")]
    [InlineData("{>>\n", "<<}\n")]
    [InlineData("{% comment %}\n", "{% endcomment %}\n")]
    [InlineData("[//]: # (\n", ")\n")]
    public void A_million_lines_of_private_comments_are_refused_or_hidden_in_time(string open, string close)
    {
        AssertInTime("Text.\n\n" + open + new string('\n', 1_000_000) + close);
        AssertInTime("Text.\n\n" + open + string.Concat(Enumerable.Repeat("a secret line\n", 49_000)) + close);
    }

    [Theory]
    [InlineData("a%% b%% ", "")]
    [InlineData("a %%b ", "%%")]
    [InlineData("{++a ", "++}")]
    [InlineData("{~~a ", "~>b~~}")]
    [InlineData("{~~a~>", "~~}")]
    [InlineData("{--a ", "--}")]
    public void Very_many_openings_with_one_end_are_done_in_time(string open, string close)
    {
        var openings = string.Concat(Enumerable.Repeat(open, (Size - 20) / open.Length)) + close;
        AssertInTime(openings);
        AssertInTime("<div>\n" + openings + "\n</div>\n");
    }

    [Fact]
    public void A_wide_table_with_short_rows_does_not_grow_into_gigabytes()
    {
        var columns = string.Concat(Enumerable.Repeat("|a", 20_000));
        var rules = string.Concat(Enumerable.Repeat("|-", 20_000));
        AssertInTime($"{columns}\n{rules}\n{string.Concat(Enumerable.Repeat("|\n", 20_000))}");
    }

    [Fact]
    public void An_element_with_a_hundred_thousand_attributes_is_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}=b"));
        AssertInTime($"<span{attributes}>x</span>");
    }

    [Fact]
    public void Front_matter_full_of_aliases_stays_small()
    {
        var levels = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n")
        );
        AssertInTime($"---\na0: &a0 x\n{levels}---\nText.\n");
    }

    [Fact]
    public void Code_that_never_closes_its_strings_is_coloured_in_time() =>
        AssertInTime("```js\n" + string.Concat(Enumerable.Repeat("\"\\", Size / 2 - 10)) + "\n```\n");

    [Theory]
    [InlineData("*[a]: LONG\n\nText.\n\nPIECES", "a ", 16_000, "characters of HTML")]
    [InlineData("[a]: /u \"LONG\"\n\nText.\n\nPIECES", "[a] ", 8_000, "characters of HTML")]
    [InlineData("![a]: x\n\nText.\n\nPIECES", "![](a.png) ", 10_000, "2000 pictures")]
    [InlineData("\n\nText.\n\nPIECES", "https://youtu.be/dQw4w9WgXcQ\n\n", 300, "200 players")]
    [InlineData("\n\nText.\n\nPIECES", "`a` ", 255_000, "250000 HTML elements")]
    public void A_text_that_becomes_far_more_than_it_is_is_refused_at_the_line_where_it_does(
        string text,
        string piece,
        int times,
        string reason
    )
    {
        text = text.Replace("LONG", new string('x', 30_000), StringComparison.Ordinal)
            .Replace("PIECES", string.Concat(Enumerable.Repeat(piece, times)), StringComparison.Ordinal);
        var watch = ThreadClock.Start();

        var problem = Assert.Single(Given.Rendered(text).Problems, problem => problem.Code == "too-complex");

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line >= 5, $"It is told at line {problem.Line}.");
        Assert.True(watch.Elapsed < Limit, $"It took {watch.Elapsed}.");
    }

    private static void AssertInTime(string text)
    {
        var watch = ThreadClock.Start();
        Given.Rendered(text);
        Assert.True(watch.Elapsed < Limit, $"It took {watch.Elapsed}.");
    }
}
