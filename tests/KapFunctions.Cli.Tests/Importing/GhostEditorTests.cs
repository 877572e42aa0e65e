using System.Text.Json;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Posts that an export holds only in the format of one of Ghost's editors.</summary>
public sealed class GhostEditorTests : IDisposable
{
    private readonly Desk desk = new();

    [Fact]
    public async Task A_post_in_Lexical_keeps_its_text_and_its_cards()
    {
        var typed = await ImportAsync(
            "lexical",
            """
            {"root":{"type":"root","children":[
              {"type":"extended-heading","tag":"h2","children":[{"type":"extended-text","format":0,"text":"Light & air"}]},
              {"type":"paragraph","children":[
                {"type":"extended-text","format":1,"text":"Bold"},{"type":"extended-text","format":0,"text":" and "},
                {"type":"extended-text","format":3,"text":"both"},{"type":"linebreak"},
                {"type":"link","url":"__GHOST_URL__/about/","children":[{"type":"text","text":"me"}]}]},
              {"type":"list","listType":"number","start":3,"children":[
                {"type":"listitem","children":[{"type":"text","text":"one"}]},
                {"type":"listitem","children":[{"type":"text","text":"two"}]}]},
              {"type":"extended-quote","children":[{"type":"text","text":"Rest."}]},
              {"type":"image","src":"__GHOST_URL__/content/images/a.png","alt":"A lamp","caption":"My <b>lamp</b>"},
              {"type":"markdown","markdown":"- from a *card*"},
              {"type":"codeblock","language":"js","code":"let a = '<b>';"},
              {"type":"horizontalrule"},
              {"type":"embed","url":"https://www.youtube.com/watch?v=dQw4w9WgXcQ","html":"<iframe></iframe>"},
              {"type":"bookmark","url":"https://example.org/","metadata":{"title":"A study"}},
              {"type":"callout","calloutEmoji":"!","calloutText":"Mind <i>this</i>"},
              {"type":"file","src":"__GHOST_URL__/content/files/a.pdf","fileTitle":"Sheet"},
              {"type":"signup","header":"Join"},
              {"type":"invented","children":[{"type":"text","text":"still here"}]},
              7, null
            ]}}
            """
        );

        Assert.Equal(
            """
            ## Light & air

            **Bold** and ***both***\
            [me](/about/)

            3. one
            4. two

            > Rest.

            <figure><img src="/media/images/a.png" alt="A lamp"><figcaption>My <strong>lamp</strong></figcaption></figure>

            - from a *card*

            ```js
            let a = '<b>';
            ```

            ---

            https://www.youtube.com/watch?v=dQw4w9WgXcQ

            [A study](https://example.org/)

            > ! Mind *this*

            [Sheet](/media/files/a.pdf)

            still here

            """.ReplaceLineEndings("\n"),
            desk.Body("new/posts/2024-01-01-walk.md")
        );
        Assert.Contains("note not carried over: 1 × the card signup", typed.Lines);
    }

    [Fact]
    public async Task A_post_in_Mobiledoc_keeps_its_text_and_its_cards()
    {
        await ImportAsync(
            "mobiledoc",
            """
            {"version":"0.3.1","markups":[["strong"],["em"],["a",["href","https://example.org/"]],["script"]],
             "atoms":[["soft-return","",{}]],
             "cards":[["image",{"src":"/content/images/a.png","alt":"A lamp"}],["card-markdown",{"markdown":"*card*"}],["hr",{}]],
             "sections":[
               [1,"h2",[[0,[],0,"Light"]]],
               [1,"p",[[0,[0],0,"Bold "],[0,[1],2,"both"],[1,[],0,0],[0,[2],1,"link"],[0,[3],1," & text"],[0,[99],7,"!"]]],
               [10,0],[10,1],[10,2],[10,99],
               [3,"ul",[[[0,[],0,"one"]],[[0,[],0,"two"]]]],
               [1,"blockquote",[[0,[],0,"Rest."]]],
               [77], 5, null
             ]}
            """
        );

        Assert.Equal(
            """
            ## Light

            **Bold *both***\
            [link](https://example.org/) & text!

            ![A lamp](/media/images/a.png)

            *card*

            ---

            - one
            - two

            > Rest.

            """.ReplaceLineEndings("\n"),
            desk.Body("new/posts/2024-01-01-walk.md")
        );
    }

    [Theory]
    [InlineData("lexical", "[]")]
    [InlineData("lexical", "{\"root\":[]}")]
    [InlineData("lexical", "{\"root\":{\"children\":{}}}")]
    [InlineData("lexical", "no JSON")]
    [InlineData("mobiledoc", "7")]
    [InlineData("mobiledoc", "{\"sections\":[[1,7,7],[3,[],{}],[10,\"x\"],[2,{}]],\"cards\":{},\"markups\":7}")]
    public async Task A_text_that_makes_no_sense_stops_nothing(string editor, string text)
    {
        var typed = await ImportAsync(editor, text);

        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        Assert.Equal("Walk", desk.Post("new/posts/2024-01-01-walk.md").Title);
    }

    [Fact]
    public async Task A_text_nested_beyond_reason_is_told_of()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"type\":\"list\",\"children\":[", 10_000));

        var typed = await ImportAsync("lexical", $$"""{"root":{"children":[{{deep}}""");

        Assert.Equal(0, typed.Code);
        Assert.Contains(
            "note post walk: what its editor kept cannot be read; open and save it in Ghost, then export again",
            typed.Lines
        );
    }

    public void Dispose() => desk.Dispose();

    private Task<Typed> ImportAsync(string editor, string text)
    {
        var post = new Dictionary<string, string>
        {
            ["slug"] = "walk",
            ["title"] = "Walk",
            ["status"] = "published",
            ["published_at"] = "2024-01-01T00:00:00.000Z",
            [editor] = text,
        };
        desk.Write("ghost.json", JsonSerializer.Serialize(new { data = new { posts = new[] { post } } }));
        return desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new");
    }
}
