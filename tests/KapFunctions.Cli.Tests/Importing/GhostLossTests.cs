using System.Text;
using System.Text.Json;
using KapFunctions.Cli.Tests.Importing.Html;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Cards and lists of Ghost's editors keep what a reader had of them.</summary>
public sealed class GhostLossTests : IDisposable
{
    private readonly Desk desk = new();

    [Theory]
    [InlineData(
        """{"type":"toggle","heading":"Q","content":"<p>A</p><ul><li>b</li></ul>"}""",
        "<details><summary>Q</summary><p>A</p><ul><li>b</li></ul></details>"
    )]
    [InlineData(
        """{"type":"callout","calloutEmoji":"!","calloutText":"<p>Mind <b>it</b></p>"}""",
        "<blockquote><p>!</p><p>Mind <b>it</b></p></blockquote>"
    )]
    [InlineData(
        """{"type":"bookmark","url":"https://e.example/a_b","metadata":{"title":"T","description":"D"},"caption":"C"}""",
        "<p><a href=\"https://e.example/a_b\">T</a><br>D</p><p>C</p>"
    )]
    [InlineData(
        """{"type":"gallery","images":[{"src":"/media/a.png","alt":"A"},{"src":"/media/b.png"}],"caption":"Two"}""",
        "<p><img src=\"/media/a.png\" alt=\"A\"></p><p><img src=\"/media/b.png\" alt=\"\"></p><p>Two</p>"
    )]
    [InlineData(
        """{"type":"file","src":"/media/a.pdf","fileTitle":"Paper","fileCaption":"To print"}""",
        "<p><a href=\"/media/a.pdf\">Paper</a></p><p>To print</p>"
    )]
    [InlineData(
        """{"type":"product","productTitle":"Tea","productDescription":"<p>Warm</p>","productUrl":"https://e.example/","productButton":"Buy","productImageSrc":"/media/t.png"}""",
        "<p><img src=\"/media/t.png\" alt=\"\"></p><h3>Tea</h3><p>Warm</p><p><a href=\"https://e.example/\">Buy</a></p>"
    )]
    [InlineData(
        """{"type":"header","header":"H","subheader":"S","buttonUrl":"https://e.example/","buttonText":"Go"}""",
        "<h2>H</h2><p>S</p><p><a href=\"https://e.example/\">Go</a></p>"
    )]
    [InlineData(
        """{"type":"call-to-action","textValue":"<p>Come</p>","buttonUrl":"https://e.example/","buttonText":"In","sponsorLabel":"<p>Ad</p>"}""",
        "<p>Ad</p><p>Come</p><p><a href=\"https://e.example/\">In</a></p>"
    )]
    [InlineData(
        """{"type":"button","buttonUrl":"https://e.example/","buttonText":"Press"}""",
        "<p><a href=\"https://e.example/\">Press</a></p>"
    )]
    [InlineData(
        """{"type":"embed","url":"https://social.example/1","html":"<blockquote><p>said</p></blockquote>"}""",
        "<blockquote><p>said</p></blockquote><p><a href=\"https://social.example/1\">https://social.example/1</a></p>"
    )]
    [InlineData(
        """{"type":"list","listType":"check","children":[{"type":"listitem","checked":true,"children":[{"type":"text","text":"done"}]}]}""",
        "<ul><li><input type=\"checkbox\" checked> done</li></ul>"
    )]
    [InlineData(
        """{"type":"list","listType":"bullet","children":[{"type":"listitem","children":[{"type":"text","text":"one"}]},{"type":"listitem","children":[{"type":"list","listType":"bullet","children":[{"type":"listitem","children":[{"type":"text","text":"in"}]}]}]}]}""",
        "<ul><li>one<ul><li>in</li></ul></li></ul>"
    )]
    [InlineData(
        """{"type":"paragraph","children":[{"type":"text","text":"Hello!","format":1},{"type":"link","url":"https://e.example/","children":[{"type":"text","text":"l","format":8}]},{"type":"linebreak"}]}""",
        "<p><b>Hello!</b><a href=\"https://e.example/\"><u>l</u></a></p>"
    )]
    [InlineData(
        """{"type":"heading","tag":"h2","children":[{"type":"text","text":"A"},{"type":"linebreak"},{"type":"text","text":"B"}]}""",
        "<h2>A<br>B</h2>"
    )]
    [InlineData(
        """{"type":"product","productTitle":"Tea","productRatingEnabled":true,"productStarRating":4,"productButtonEnabled":false,"productUrl":"https://e.example/","productButton":"Buy"}""",
        "<h3>Tea</h3><p>★★★★☆</p>"
    )]
    [InlineData(
        """{"type":"bookmark","url":"https://e.example/","metadata":{"title":"T","description":"D","publisher":"P","author":"A"}}""",
        "<p><a href=\"https://e.example/\">T</a><br>D<br>P • A</p>"
    )]
    [InlineData("""{"type":"image","src":null,"caption":"Only <i>this</i>"}""", "<p>Only <i>this</i></p>")]
    public async Task A_card_keeps_its_text_links_and_pictures(string node, string shown)
    {
        await ImportAsync("lexical", "{\"root\":{\"children\":[" + node + "]}}");

        Assert.Null(
            RoundTrip.Difference(
                HtmlFacts.Of(shown),
                HtmlFacts.Of(RoundTrip.Rendered(desk.Body("new/posts/2024-01-01-walk.md")))
            )
        );
    }

    [Theory]
    [InlineData(
        """{"web":{"nonMember":false,"memberSegment":"status:free,status:-free"},"email":{"memberSegment":""}}"""
    )]
    [InlineData("""{"showOnWeb":false,"showOnEmail":true,"segment":""}""")]
    public async Task What_was_for_members_or_for_mails_alone_is_not_for_everybody_now(string visibility)
    {
        var typed = await ImportAsync(
            "lexical",
            $$$"""{"root":{"children":[{"type":"html","html":"<p>Secret</p>","visibility":{{{visibility}}} },{"type":"html","html":"<p>Open</p>","visibility":{"web":{"nonMember":true},"email":{} } }]}}"""
        );

        Assert.Equal("Open\n", desk.Body("new/posts/2024-01-01-walk.md"));
        Assert.Contains("note not carried over: 1 × the card html", typed.Lines);
    }

    [Fact]
    public async Task Notes_of_several_Markdown_cards_do_not_meet()
    {
        await ImportAsync(
            "lexical",
            """{"root":{"children":[{"type":"markdown","markdown":"a[^1]\n\n[^1]: One"},{"type":"markdown","markdown":"b[^1]\n\n[^1]: Two"}]}}"""
        );

        Assert.Equal("a[^1]\n\n[^1]: One\n\nb[^2-1]\n\n[^2-1]: Two\n", desk.Body("new/posts/2024-01-01-walk.md"));
    }

    [Fact]
    public async Task A_card_named_two_thousand_times_is_shown_once()
    {
        var sections = string.Join(',', Enumerable.Repeat("[10,0]", 2_000));
        var card = new string('x', 1_000);

        var typed = await ImportAsync(
            "mobiledoc",
            $$"""{"cards":[["markdown",{"markdown":"{{card}}"}]],"sections":[{{sections}}]}"""
        );

        Assert.Equal(card + "\n", desk.Body("new/posts/2024-01-01-walk.md"));
        Assert.Single(typed.About("note not carried over: 500 × the card markdown"));
    }

    [Fact]
    public async Task What_the_editor_keeps_is_better_than_the_page_and_the_page_better_than_nothing()
    {
        await ImportAsync(
            "lexical",
            "no JSON",
            "<div class=\"kg-card kg-callout-card\"><div class=\"kg-callout-emoji\">!</div><div class=\"kg-callout-text\">Mind</div></div>"
        );

        Assert.Equal(
            "> !\n>\n> Mind\n".Replace("!\n>\n> Mind", "! Mind", StringComparison.Ordinal),
            desk.Body("new/posts/2024-01-01-walk.md")
        );
    }

    [Fact]
    public async Task An_export_that_breaks_off_is_read_up_to_there()
    {
        desk.Write(
            "ghost.json",
            """
            {"db":[{"meta":{},"data":{"posts":[
            {"slug":"one","title":"One","status":"published","html":"<p>First.</p>"},
            {"slug":"two","title":"Two","status":"published","html":"<p>Sec
            """
        );

        var typed = await desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new");

        Assert.Equal(0, typed.Code);
        Assert.Equal("First.\n", desk.Body("new/posts/one.md"));
        Assert.Single(desk.Files("new/posts"));
        Assert.Single(typed.About("note export: line 3: it breaks off"));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_within_a_whole_export_cost_nothing_else()
    {
        desk.Write(
            "ghost.json",
            Encoding.Latin1.GetBytes(
                "{\"data\":{\"posts\":[{\"slug\":\"one\",\"title\":\"Gr\u00fc\u00dfe\",\"status\":\"published\",\"html\":\"<p>A.</p>\"}]}}"
            )
        );

        Assert.Equal(0, (await desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new")).Code);

        Assert.Equal("Gr\u00fc\u00dfe", desk.Post("new/posts/one.md").Title);
    }

    [Fact]
    public async Task Characters_that_no_export_may_hold_cost_nothing_else()
    {
        desk.Write(
            "ghost.json",
            Encoding.Latin1.GetBytes(
                "{\"data\":{\"posts\":[{\"slug\":\"one\",\"title\":\"Gr\u00fc\u00dfe \\ud83d here\",\"status\":\"published\",\"html\":\"<p>A\u0001 B.\tC</p>\"}]}}"
            )
        );

        var typed = await desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new");

        Assert.Equal(0, typed.Code);
        Assert.Equal("Gr\u00fc\u00dfe \uFFFD here", desk.Post("new/posts/one.md").Title);
        Assert.Equal("A B. C\n", desk.Body("new/posts/one.md"));
    }

    public void Dispose() => desk.Dispose();

    private Task<Typed> ImportAsync(string editor, string text, string? html = null)
    {
        var post = new Dictionary<string, string?>
        {
            ["slug"] = "walk",
            ["title"] = "Walk",
            ["status"] = "published",
            ["published_at"] = "2024-01-01T00:00:00.000Z",
            [editor] = text,
            ["html"] = html,
        };
        desk.Write("ghost.json", JsonSerializer.Serialize(new { data = new { posts = new[] { post } } }));
        return desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new");
    }
}
