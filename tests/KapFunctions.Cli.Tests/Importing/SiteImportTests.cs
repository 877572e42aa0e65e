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
        Assert.Equal(["/post/one"], post.Aliases.Select(alias => alias.TrimEnd('/')));
        Assert.Equal(["mara-linde"], post.Authors.Select(author => author.Slug));
        Assert.Equal(["one/lamp.png", "three/lamp.png", "two/lamp.png"], desk.Files("new/media"));
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
        desk.Write("new/there.md", "Mine.");
        Assert.Equal(2, (await ImportAsync()).Code);
        File.Delete(desk.PathOf("new/there.md"));

        await ImportAsync();
        Directory.Delete(desk.PathOf("new"), recursive: true);

        Assert.False(Directory.Exists(desk.PathOf("new.fetched")));
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
            <div>bottom of page</div></body></html>
            """;
}
