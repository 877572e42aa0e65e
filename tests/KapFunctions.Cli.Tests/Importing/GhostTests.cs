using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary><c>kap import ghost</c>.</summary>
public sealed class GhostTests : IDisposable
{
    private const string Sleep = "new/posts/2023-09-02-sleep-what-helps.md";

    private readonly Desk desk = new();

    [Fact]
    public async Task An_export_becomes_a_folder_without_errors()
    {
        var typed = await ImportAsync();

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Contains("4 posts, 1 page (3 drafts among them), 1 media file", typed.Lines);
        Assert.Equal(0, (await desk.TypeAsync("check", "new")).Code);
    }

    [Fact]
    public async Task A_menu_entry_that_opens_the_sign_up_is_left_out_and_told()
    {
        var typed = await ImportAsync();

        Assert.Contains("note navigation: \"Sign up\" opens Ghost's sign-up, and was left out", typed.Lines);
        Assert.DoesNotContain("portal", desk.Read("new/site.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_keeps_what_it_was()
    {
        await ImportAsync();

        var post = desk.Post(Sleep);
        Assert.Equal(("Sleep: what helps & what doesn't", "sleep-what-helps"), (post.Title, post.Slug));
        Assert.Equal("64f1c0de64f1c0de64f1c0de", post.Id);
        Assert.Equal(new DateTimeOffset(2023, 9, 2, 6, 30, 0, TimeSpan.Zero), post.Date);
        Assert.Equal(["Health, body", "Sleep", "#internal"], post.Tags.Select(tag => tag.Name));
        Assert.Equal(["jane"], post.Authors.Select(author => author.Slug));
        Assert.Equal(("Light, warmth, habit.", true, false), (post.CustomExcerpt, post.Featured, post.Draft));
        Assert.Equal(("A dark room", "Photo: me"), (post.FeatureImageAlt, post.FeatureImageCaption));
        Assert.Equal(["/2023/09/02/sleep-what-helps/"], post.Aliases);
        Assert.Equal("Sleep better", post.Share!.MetaTitle);
        Assert.Equal("kap:media/images/2023/09/cover.jpg", post.FeatureImage);
    }

    [Fact]
    public async Task Its_text_becomes_Markdown()
    {
        await ImportAsync();

        Assert.Equal(
            """
            Most nights are **ordinary**. See [who I am](/about/).

            1\. Not a list

            ## Light

            - Dim it
            - Then dim it *again*

            <figure><img src="/media/images/2023/09/lamp.jpg" alt="A lamp"><figcaption>My <em>lamp</em></figcaption></figure>

            https://www.youtube.com/watch?v=dQw4w9WgXcQ

            ```js
            const a = 1;


            let b = `x`;
            ```

            [A study \[2019\]](https://example.org/study)

            > Rest is work.

            """.ReplaceLineEndings("\n"),
            desk.Body(Sleep)
        );
    }

    [Fact]
    public async Task A_post_for_members_becomes_a_draft_and_is_told_of()
    {
        var typed = await ImportAsync();

        Assert.True(desk.Post("new/posts/2023-09-03-for-members.md").Draft);
        Assert.Contains("note post for-members: was for members only, so it is a draft", typed.Lines);
    }

    [Fact]
    public async Task What_was_left_out_is_told_and_kept_in_a_file()
    {
        var typed = await ImportAsync();

        var notes = typed.About("note").ToList();
        Assert.Contains("note post sleep-what-helps: its injected code was left out", notes);
        Assert.Contains("note members: 1 left out", notes);
        Assert.Contains("#internal", desk.Site("new").Tags.Select(tag => tag.Name));
        Assert.DoesNotContain(notes, note => note.Contains("#internal", StringComparison.Ordinal));
        Assert.Contains(
            "note media: copy Ghost's content/images/2023/09/lamp.jpg to media/images/2023/09/lamp.jpg",
            notes
        );
        Assert.Contains(
            notes,
            note => note.Contains("post newer-editor: what its editor kept cannot be read", StringComparison.Ordinal)
        );
        Assert.Equal(
            notes.Count,
            desk.Read("new/import-report.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1
        );
    }

    [Fact]
    public async Task The_site_its_authors_and_tags_come_along_and_no_addresses_or_passwords()
    {
        await ImportAsync();

        var site = desk.Site("new");
        Assert.Equal(
            ("Locally Well", "Notes: from a practice", "Europe/Berlin"),
            (site.Title, site.Description, site.Rendering.TimeZone)
        );
        Assert.Equal([new("Home", "/"), new NavigationItem("About", "/about/")], site.Navigation);
        Assert.Equal(
            ("Jane Doe", "jane", "A therapist."),
            (site.Authors[0].Name, site.Authors[0].Slug, site.Authors[0].Bio)
        );
        Assert.Equal(["Health, body", "Sleep", "#internal"], site.Tags.Select(tag => tag.Name));
        Assert.DoesNotContain("example.org", desk.Read("new/site.yaml"));
        Assert.DoesNotContain("secret", desk.Read("new/site.yaml"));
    }

    [Fact]
    public async Task Old_posts_give_the_Markdown_that_they_keep_in_a_card()
    {
        await ImportAsync();

        Assert.Equal("# Hi\n\nFrom a *card*.\n", desk.Body("new/posts/2016-05-01-old-markdown.md"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"db\":[{\"data\":7}]}")]
    [InlineData("<?xml version=\"1.0\"?><rss/>")]
    public async Task What_is_no_export_is_refused(string text)
    {
        desk.Write("ghost.json", text);

        var typed = await desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new");

        Assert.Equal(2, typed.Code);
        Assert.StartsWith("error: The file is", typed.Errors);
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_not_imported_into()
    {
        desk.Write("new/posts/mine.md", "Mine.");

        var typed = await ImportAsync();

        Assert.Equal((2, "Mine."), (typed.Code, desk.Read("new/posts/mine.md")));
    }

    [Fact]
    public async Task Hostile_rows_lead_nowhere_and_stop_nothing()
    {
        desk.Write("secret.txt", "secret").Write("content/images/a.png", "png");
        File.CreateSymbolicLink(desk.PathOf("content/images/link.png"), desk.PathOf("secret.txt"));
        var deep = string.Concat(Enumerable.Repeat("<div>", 20_000));
        desk.Write(
            "ghost.json",
            $$$"""
            {"data":{"posts":[
              {"slug":"../../etc/passwd","title":"Out","status":"published","html":"<img alt='x' src='__GHOST_URL__/content/images/../../secret.txt'><img alt='x' src='__GHOST_URL__/content/images/link.png'><img alt='x' src='__GHOST_URL__/content/images/%2e%2e/%2e%2e/secret.txt'>"},
              {"slug":"deep","title":"Deep","status":"published","html":"{{{deep}}}"},
              {"slug":"long","title":"Long","status":"published","html":"{{{new string('x', 2_000_000)}}}"},
              {"slug":"same","title":"One","status":"published","html":"<p>1</p>"},
              {"slug":"same","title":"Two","status":"published","html":"<p>2</p>"},
              {"slug":7,"title":["x"],"status":{},"published_at":99999999999999999,"html":"<p>3</p>"},
              {"title":"{{{new string('t', 5000)}}}","slug":"{{{new string('s', 5000)}}}","html":"<p>4</p>"}, 5, null
            ],"tags":[{"name":"../"},{"id":"x"}],"users":[{"slug":"u"}],"settings":[{"key":"navigation","value":"{"}]}}
            """
        );

        var typed = await desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new", "--media", "content");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.DoesNotContain(desk.Files("new"), file => file.StartsWith("media", StringComparison.Ordinal));
        Assert.Equal(6, desk.Files("new/posts").Count);
        Assert.Contains("note post same: another one has the address /same, so it became /same-2", typed.Lines);
        Assert.Contains(
            typed.About("note post long: left out"),
            line => line.Contains("bytes", StringComparison.Ordinal)
        );
    }

    public void Dispose() => desk.Dispose();

    private Task<Typed> ImportAsync()
    {
        desk.Write("ghost.json", Imported.Export("ghost.json")).Write("old/images/2023/09/cover.jpg", "jpg");
        return desk.TypeAsync("import", "ghost", "ghost.json", "--out", "new", "--media", "old");
    }
}
