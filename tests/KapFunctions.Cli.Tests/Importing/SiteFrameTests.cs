namespace KapFunctions.Cli.Tests.Importing;

/// <summary>What themes of generators put around a text, within the same element, as Hugo's and Jekyll's do.</summary>
public sealed class SiteFrameTests : IDisposable
{
    private readonly Desk desk = new();
    private readonly OldSite site = new();

    [Theory]
    [InlineData("<p class=\"meta\"><time datetime=\"2024-03-05T00:00:00Z\">March 5, 2024</time> by Jane Doe</p>")]
    [InlineData("<div>By Jane Doe on <time datetime=\"2024-03-05\">5 March</time> · 4 min read</div>")]
    [InlineData("<p>Posted on <time datetime=\"2024-03-05\">2024-03-05</time> | <span>Jane Doe</span></p>", false)]
    public async Task The_line_with_date_and_name_is_the_heads_and_not_the_texts(string line, bool isTaken = true)
    {
        await ImportAsync(
            "/posts/walk/",
            $"<title>Walk</title></head><body><article><h1>Walk</h1>{line}<div><p>A walk by the lake.</p></div></article>"
        );

        var post = desk.Post("new/posts/2024-03-05-walk.md");
        Assert.Equal(isTaken ? "jane-doe" : "", string.Join(' ', post.Authors.Select(author => author.Slug)));
        Assert.Equal(isTaken, desk.Body("new/posts/2024-03-05-walk.md").Trim() == "A walk by the lake.");
    }

    [Fact]
    public async Task A_list_of_tags_is_the_heads_and_a_sentence_with_a_link_to_one_stays()
    {
        await ImportAsync(
            "/posts/walk/",
            """
            <title>Walk</title><meta property="article:published_time" content="2024-03-05"></head><body><article>
            <p>A walk, as all <a href="/tags/walks/">walks</a> are.</p>
            <p>Tags: <a href="/tags/lakes/">lakes</a>, <a href="/tags/boats/">#boats</a></p>
            <ul><li><a href="/categories/outside/">Outside</a></li></ul></article>
            """
        );

        Assert.Equal(
            ["Outside", "lakes", "boats"],
            desk.Post("new/posts/2024-03-05-walk.md").Tags.Select(tag => tag.Name)
        );
        Assert.Equal("A walk, as all [walks](/tags/walks/) are.", desk.Body("new/posts/2024-03-05-walk.md").Trim());
    }

    [Fact]
    public async Task A_summary_that_was_cut_from_the_text_is_made_anew_and_one_of_its_own_stays()
    {
        await ImportAsync(
            "/posts/walk/",
            """
            <title>Walk</title><meta name="description" content="A walk by1 the lake, which is long…"><meta property="article:published_time" content="2024-03-05"></head>
            <body><article><p>A walk by<sup>1</sup> the lake, which is long enough.</p></article>
            """
        );
        var cut = desk.Read("new/posts/2024-03-05-walk.md");

        await ImportAsync(
            "/posts/walk/",
            """
            <title>Walk</title><meta name="description" content="Lakes, and why."><meta property="article:published_time" content="2024-03-05"></head>
            <body><article><p>A walk by the lake.</p></article>
            """,
            "other"
        );

        Assert.DoesNotContain("excerpt", cut, StringComparison.Ordinal);
        Assert.Contains("custom_excerpt: Lakes, and why.", desk.Read("other/posts/2024-03-05-walk.md"));
    }

    [Fact]
    public async Task A_page_whose_date_is_the_year_one_is_a_page_though_the_feed_has_it()
    {
        site.Answers["/index.xml"] = (
            "application/rss+xml",
            $"<rss version=\"2.0\"><channel><item><title>About us</title><link>{site.Address}/about/</link><pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate></item></channel></rss>"
        );
        await ImportAsync(
            "/about/",
            """
            <title>About us</title><meta property="og:type" content="article"></head>
            <body><main><p><time datetime="0001-01-01T00:00:00Z">January 1, 0001</time> by </p><p>Who we are.</p></main>
            """
        );

        Assert.Equal("Who we are.", desk.Body("new/pages/about.md").Trim());
        Assert.DoesNotContain("date:", desk.Read("new/pages/about.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_all_tags_is_no_page_and_a_dot_in_a_name_is_no_ending()
    {
        site.Answers["/tags/"] = ("text/html", "<html><body><main><h1>Tags</h1></main></body></html>");
        var typed = await ImportAsync(
            "/posts/analytics.gov-opens/",
            "<title>Opens</title><meta property=\"article:published_time\" content=\"2024-03-05\"></head><body><article><p>Text. <a href=\"\">Nothing</a> <a href=\"/posts/analytics.gov-opens/\">This</a></p></article>",
            others: "/tags/"
        );

        Assert.Contains(
            typed.Lines,
            line => line.StartsWith("note /tags/: is a list of posts", StringComparison.Ordinal)
        );
        Assert.Equal("analytics-gov-opens", desk.Post("new/posts/2024-03-05-analytics-gov-opens.md").Slug);
        Assert.Contains("note 1 of 1 pages came over with all words, pictures and links", typed.Lines);
    }

    public void Dispose()
    {
        site.Dispose();
        desk.Dispose();
    }

    private async Task<Typed> ImportAsync(string path, string page, string folder = "new", params string[] others)
    {
        var addresses = others.Prepend(path).Select(one => $"<url><loc>{site.Address}{one}</loc></url>");
        site.Answers["/sitemap.xml"] = ("text/xml", $"<urlset>{string.Concat(addresses)}</urlset>");
        site.Answers[path] = ("text/html", $"<html><head>{page}</body></html>");

        var typed = await desk.TypeAsync("import", "site", site.Address, "--out", folder, "--private", "--pause", "0");

        Assert.Equal(0, typed.Code);
        return typed;
    }
}
