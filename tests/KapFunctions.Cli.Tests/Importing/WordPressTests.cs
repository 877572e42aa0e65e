namespace KapFunctions.Cli.Tests.Importing;

/// <summary><c>kap import wordpress</c>.</summary>
public sealed class WordPressTests : IDisposable
{
    private const string Sleep = "new/posts/2016-05-19-besser-schlafen.md";

    private readonly Desk desk = new();

    [Fact]
    public async Task An_export_becomes_a_folder_without_errors()
    {
        var typed = await ImportAsync();

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Contains("3 posts, 1 page (2 drafts among them), 1 media file", typed.Lines);
        Assert.Equal(0, (await desk.TypeAsync("check", "new", "--strict")).Code);
    }

    [Fact]
    public async Task A_post_keeps_what_it_was_and_its_old_addresses()
    {
        await ImportAsync();

        var post = desk.Post(Sleep);
        Assert.Equal(
            ("Besser schlafen", "besser-schlafen", "Kurz gesagt."),
            (post.Title, post.Slug, post.CustomExcerpt)
        );
        Assert.Equal(new DateTimeOffset(2016, 5, 19, 8, 0, 0, TimeSpan.Zero), post.Date);
        Assert.Equal(["Körper & Geist", "Schlaf"], post.Tags.Select(tag => tag.Name));
        Assert.Equal(["jdoe"], post.Authors.Select(author => author.Slug));
        Assert.Equal(["/2016/05/19/besser-schlafen/", "/2016/05/19/schlafen/"], post.Aliases);
        Assert.Equal("kap:media/2016/05/bett.jpg", post.FeatureImage);
        Assert.Empty(desk.Post("new/pages/impressum.md").Aliases);
    }

    [Fact]
    public async Task Paragraphs_captions_code_and_films_become_Markdown()
    {
        await ImportAsync();

        Assert.Equal(
            """
            Der erste Absatz mit **Nachdruck**\
            und einem Umbruch.

            <figure><a href="/media/2016/05/bett.jpg"><img src="/media/2016/05/bett.jpg" alt="Ein Bett"></a><figcaption>Mein Bett</figcaption></figure>

            <!--more-->

            Danach \* kein Listenpunkt und 5 \< 6.

            ```
            eins

            zwei
            ```

            https://www.youtube.com/watch?v=dQw4w9WgXcQ

            """.ReplaceLineEndings("\n"),
            desk.Body(Sleep)
        );
    }

    [Fact]
    public async Task Blocks_become_Markdown_and_a_password_makes_a_draft()
    {
        var typed = await ImportAsync();

        Assert.Equal(
            "Geheim.\n\n- eins\n  - innen\n\nhttps://vimeo.com/76979871\n",
            desk.Body("new/posts/2016-06-01-nur-mit-kennwort.md")
        );
        Assert.True(desk.Post("new/posts/2016-06-01-nur-mit-kennwort.md").Draft);
        Assert.Contains(
            typed.About("note post nur-mit-kennwort"),
            line => line.Contains("password", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_site_its_authors_and_categories_come_along()
    {
        await ImportAsync();

        var site = desk.Site("new");
        Assert.Equal(("Quiet & Well", "A practice", "de-DE"), (site.Title, site.Description, site.Rendering.Language));
        Assert.Equal(("Jane Doe", "jdoe"), (site.Authors[0].Name, site.Authors[0].Slug));
        Assert.Equal(["Körper & Geist", "Schlaf"], site.Tags.Select(tag => tag.Name));
    }

    [Fact]
    public async Task What_was_left_out_is_told()
    {
        var typed = await ImportAsync();

        Assert.Contains("note post besser-schlafen: 1 comments left out", typed.Lines);
        Assert.Contains("note not carried over: 1 × the shortcode [gallery ids=\"1,2\"]", typed.Lines);
        Assert.Single(typed.About("note posts/2016-05-19-besser-schlafen.md: line"));
        Assert.Contains("note publish nav_menu_item: 1 left out", typed.Lines);
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>"
    )]
    [InlineData(
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>"
    )]
    [InlineData("<rss><channel><item></channel></rss>")]
    [InlineData("{}")]
    [InlineData("<feed/>")]
    public async Task What_is_no_export_or_refers_to_other_files_is_refused(string text)
    {
        desk.Write("wp.xml", text);

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(2, typed.Code);
        Assert.DoesNotContain("root:", typed.Errors + typed.Out);
    }

    [Fact]
    public async Task Bare_ampersands_control_characters_and_ends_of_data_are_forgiven()
    {
        var filler = new string('x', 70_000);
        desk.Write(
            "wp.xml",
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
            <item><title>Q&A &amp; more&nbsp;</title><link>https://old.example/qa/?a=1&b=2</link>
            <content:encoded><![CDATA[One & two <b>&copy;</b> <![CDATA[ three ]]> four ]]></content:encoded>
            <wp:post_name>qa</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title><![CDATA[Long &]]></title><content:encoded><![CDATA[{filler} & b]]></content:encoded>
            <wp:post_name>long</wp:post_name><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
            <item><title>Bell {'\u0007'}</title><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
            </channel></rss>
            """
        );

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Equal("Q&A & more", desk.Post("new/posts/qa.md").Title.Trim());
        Assert.StartsWith("One & two **©**", desk.Body("new/posts/qa.md"));
        Assert.EndsWith("x & b\n", desk.Read("new/pages/long.md"));
        Assert.Equal("Bell", desk.Post("new/posts/bell.md").Title.Trim());
    }

    [Fact]
    public async Task An_export_in_an_old_encoding_is_read_in_it()
    {
        var text =
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item><title>Übung</title>"
            + "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>";
        File.WriteAllBytes(desk.PathOf("wp.xml"), System.Text.Encoding.Latin1.GetBytes(text));

        await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal("Übung", desk.Post("new/posts/ubung.md").Title);
    }

    [Fact]
    public async Task Hostile_items_lead_nowhere_and_stop_nothing()
    {
        desk.Write(
            "wp.xml",
            """
            <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
            <item><title>&lt;script&gt;alert(1)&lt;/script&gt;</title><wp:post_name>..%2f..%2fetc%2fpasswd</wp:post_name>
              <wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt></item>
            <item><wp:post_type>post</wp:post_type></item>
            <item><title/><wp:status>publish</wp:status><wp:post_type>page</wp:post_type><content:encoded/></item>
            <item><title>Kind unknown</title><wp:status>publish</wp:status><wp:post_type>elementor_library</wp:post_type></item>
            <item/>
            </channel></rss>
            """
        );

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new");

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.All(desk.Files("new"), file => Assert.DoesNotContain("..", file));
        Assert.Equal(2, desk.Files("new/posts").Count);
        Assert.Contains("note publish elementor_library: 1 left out", typed.Lines);
        Assert.Equal(0, (await desk.TypeAsync("check", "new")).Code);
    }

    public void Dispose() => desk.Dispose();

    private Task<Typed> ImportAsync()
    {
        desk.Write("wp.xml", Imported.Export("wordpress.xml")).Write("up/2016/05/bett.jpg", "jpg");
        return desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new", "--media", "up");
    }
}
