namespace KapFunctions.Cli.Tests.Importing;

/// <summary><c>kap import site</c>, on pages in the shape of Wix's.</summary>
public sealed class SiteImportTests : IDisposable
{
    private readonly Desk desk = new();
    private readonly OldSite site = new();

    public SiteImportTests()
    {
        site.Answers["/robots.txt"] = (
            "text/plain",
            $"User-agent: *\nDisallow: /post/secret\nSitemap: {site.Address}/sitemap.xml"
        );
        site.Answers["/sitemap.xml"] = (
            "text/xml",
            $"<sitemapindex><sitemap><loc>{site.Address}/blog-posts-sitemap.xml</loc></sitemap><sitemap><loc>{site.Address}/sitemap.xml</loc></sitemap></sitemapindex>"
        );
        site.Answers["/blog-posts-sitemap.xml"] = (
            "text/xml",
            $"<urlset>{string.Concat(((string[])["one", "two", "three", "secret", "gone", "moved"]).Select(name => $"<url><loc>{site.Address}/post/{name}</loc></url>"))}<url><loc>https://other.example/x</loc></url></urlset>"
        );
        site.Answers["/media/lamp.png"] = ("image/png", "png");
        site.Redirects["/post/moved"] = site.Address + "/post/one";
        foreach (var name in (string[])["one", "two", "three", "secret"])
        {
            site.Answers["/post/" + name] = ("text/html", Page(name));
        }
    }

    [Fact]
    public async Task Texts_come_over_without_what_stands_on_every_page()
    {
        var typed = await ImportAsync();

        Assert.Equal(0, typed.Code);
        Assert.Equal(
            $"First words of one, with **weight** and [two](/post/two).\n\n![A lamp](/media/one/lamp.png)\n\n## A part of one\n\nWith love,\n",
            desk.Body("new/posts/2023-08-20-one.md")
        );
        var post = desk.Post("new/posts/2023-08-20-one.md");
        Assert.Equal(("Title of one", "About one"), (post.Title, post.CustomExcerpt));
        Assert.Equal(["/post/one", "/post/moved"], post.Aliases.Select(alias => alias.TrimEnd('/')));
        Assert.Equal(["mara-linde"], post.Authors.Select(author => author.Slug));
        // One picture on three pages is one file.
        Assert.Equal(["one/lamp.png"], desk.Files("new/media"));
        Assert.Single(site.Asked, path => path == "/media/lamp.png");
    }

    [Fact]
    public async Task The_report_proves_each_page_and_names_what_is_missing()
    {
        var typed = await ImportAsync();

        Assert.Single(
            typed.About("note /post/one: is /one now, with 100 % of its 14 words, 1 of 1 pictures, 1 of 1 links")
        );
        Assert.Contains("note /post/secret: robots.txt asks programs to stay away, so it was left out", typed.Lines);
        Assert.Contains("note /post/gone: could not be fetched: it was answered with 404", typed.Lines);
        Assert.Contains("note /post/moved: is the same page as /post/one", typed.Lines);
        Assert.DoesNotContain("/post/secret", site.Asked);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_with_what_it_has()
    {
        site.Busy["/post/two"] = (4, 0);

        var first = await ImportAsync();

        Assert.Equal(1, first.Code);
        Assert.Single(first.About("1 page did not answer. To ask for them again, delete new"));
        Assert.Contains("note /post/two: could not be fetched: it was answered with 429", first.Lines);
        Directory.Delete(desk.PathOf("new"), recursive: true);
        site.Requests.Clear();

        var second = await ImportAsync();

        Assert.Equal(0, second.Code);
        Assert.Equal(["/post/two"], site.Asked);
        Assert.Equal(3, desk.Files("new/posts").Count);
        Assert.Equal(["one/lamp.png"], desk.Files("new/media"));
        Assert.False(Directory.Exists(desk.PathOf("new.fetched")));
    }

    [Fact]
    public async Task A_site_that_asks_for_patience_gets_it()
    {
        site.Busy["/post/two"] = (1, 1);
        site.Busy["/media/lamp.png"] = (1, 1);

        await ImportAsync();

        Assert.Equal(3, desk.Files("new/posts").Count);
        Assert.Equal(["one/lamp.png"], desk.Files("new/media"));
        foreach (var path in (string[])["/post/two", "/media/lamp.png"])
        {
            var times = site.Requests.Where(request => request.Path == path).Select(request => request.At).ToArray();
            Assert.Equal(2, times.Length);
            Assert.True(times[1] - times[0] > TimeSpan.FromSeconds(0.9));
        }
    }

    [Fact]
    public async Task Every_old_address_leads_somewhere_or_is_told_of()
    {
        site.Answers["/sitemap.xml"] = (
            "text/xml",
            $"<urlset>{string.Concat(((string[])["post/one", "post/two", "post/three", "post/moved", "blog", "blog/categories/walks", "blog/tags/none", "post/secret"]).Select(path => $"<url><loc>{site.Address}/{path}</loc></url>"))}</urlset>"
        );
        foreach (var list in (string[])["/blog", "/blog/categories/walks", "/blog/tags/none"])
        {
            site.Answers[list] = ("text/html", "<html><body><main><p>A list.</p></main></body></html>");
        }

        var typed = await ImportAsync();

        Assert.Equal(
            "\"/blog\": \"/archive/\"\n\"/blog/categories/walks\": \"/tag/walks/\"\n\"/blog/tags/none\": \"/archive/\"\n",
            desk.Read("new/redirects.yaml")
        );
        Assert.Equal(["/post/one/", "/post/moved/"], desk.Post("new/posts/2023-08-20-one.md").Aliases);
        Assert.Contains(
            "note 8 old addresses: 0 stay, 7 lead on, 0 say that they are gone, 1 lead nowhere",
            typed.Lines
        );
        Assert.Single(typed.About("note /post/secret: leads nowhere now. Add"));
        Assert.Contains("/post/moved", desk.Read("new/old-addresses.txt"));
        Assert.Equal(0, (await desk.TypeAsync("check", "new", "--strict")).Code);
    }

    [Fact]
    public async Task What_stands_on_most_pages_is_told_once()
    {
        var typed = await ImportAsync();

        Assert.Contains("note pages: \"See All\" stands on most of them and was left out 3 times", typed.Lines);
        Assert.Contains("note 3 of 3 pages came over with all words, pictures and links", typed.Lines);
    }

    [Fact]
    public async Task A_picture_that_leads_to_itself_in_full_size_does_so_still()
    {
        site.Answers["/post/one"] = (
            "text/html",
            Page("one")
                .Replace(
                    "<h2>",
                    "<p><a href=\"/media/lamp.png\"><img src=\"/media/lamp.png\" alt=\"L\"></a></p><h2>",
                    StringComparison.Ordinal
                )
        );

        await ImportAsync();

        Assert.Contains(
            "[![L](/media/one/lamp.png)](/media/one/lamp.png)",
            desk.Body("new/posts/2023-08-20-one.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Loops_and_endless_pages_end()
    {
        site.Redirects["/post/two"] = site.Address + "/post/two";
        site.Answers["/post/three"] = (
            "text/html",
            Page("three").Replace("With love,", "With love, " + new string('x', 6 << 20), StringComparison.Ordinal)
        );

        var typed = await ImportAsync();

        Assert.Single(typed.About("note /post/two: could not be fetched: it was answered with 302"));
        Assert.Single(typed.About("note /post/three: is larger than 5 MiB"));
        Assert.True(desk.Has("new/posts/2023-08-20-one.md"));
    }

    [Theory]
    [InlineData(
        "/rss.xml",
        "<rss><channel><image><title>A picture</title></image><title>Tom &amp;amp; Jerry</title></channel></rss>"
    )]
    [InlineData(
        "/atom.xml",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tom &amp;amp; Jerry</title><entry/></feed>"
    )]
    public async Task A_site_is_called_what_its_feed_calls_it_where_its_pages_do_not_say(string path, string feed)
    {
        site.Answers[path] = ("text/xml", feed);

        await ImportAsync();

        Assert.Contains("title: Tom & Jerry", desk.Read("new/site.yaml").Split('\n'));
    }

    [Fact]
    public async Task Private_networks_are_asked_only_where_that_is_allowed()
    {
        var typed = await desk.TypeAsync("import", "site", site.Address, "--out", "new", "--pause", "0");

        Assert.Equal(2, typed.Code);
        Assert.Empty(site.Asked);
    }

    public void Dispose()
    {
        site.Dispose();
        desk.Dispose();
    }

    private Task<Typed> ImportAsync() =>
        desk.TypeAsync("import", "site", site.Address, "--out", "new", "--private", "--pause", "0");

    private static string Page(string name) =>
        $$"""
            <!doctype html><html><head><title>Title of {{name}} | The site</title><meta property="og:type" content="article">
            <script type="application/ld+json">{"@type":"BlogPosting","headline":"Title of {{name}}","datePublished":"2023-08-20T10:00:00Z","description":"About {{name}}","author":{"@type":"Person","name":"Mara Linde"} }</script></head>
            <body><div>top of page</div><nav><a href="/">Home</a><a href="/blog">Blog</a></nav>
            <article><div><a href="/blog">All Posts</a></div><h1>Title of {{name}}</h1><div><span>Updated: Aug 21, 2023</span></div>
            <p><span>First words of {{name}}, with <span style="font-weight:700">weight</span> and <a href="/post/two">two</a>.</span></p>
            <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="/media/lamp.png" alt="A lamp"></figure>
            <h2>A part of {{name}}</h2><p>With love,</p>
            <div><h4>Recent Posts</h4><a href="/blog">See All</a></div></article>
            <a rel="tag" href="/blog/categories/walks">Walks</a><div>bottom of page</div></body></html>
            """;
}
