using KapFunctions.Cli.Tests.Importing.Html;
using KapFunctions.Importing.Sites;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Pages as systems and their usual themes write them: all of the text comes over, and nothing of what stands around it.</summary>
public sealed class SiteShapeTests : IDisposable
{
    private const string Around = "Menu entry, Subscribe now, Related reading, Cookie note, Copyright line";

    private readonly Desk desk = new();
    private readonly OldSite site = new();

    public SiteShapeTests()
    {
        site.Answers["/lake.png"] = ("image/png", "lake");
        site.Answers["/deep/lake.png"] = ("image/png", "another lake");
        site.Answers["/paper.pdf"] = ("application/pdf", "paper");
    }

    public static TheoryData<string, string> Shapes =>
        new()
        {
            {
                "/blog/2024/3/5/walk",
                """
                    <html><head><meta property="og:title" content="Walk"><meta itemprop="datePublished" content="2024-03-05"></head><body class="squarespace">
                    <header id="header"><nav><a href="/">Menu entry</a></nav></header>
                    <main id="page"><article class="sections"><section class="page-section"><article class="h-entry entry BlogItem">
                    <div class="blog-item-wrapper"><div class="blog-item-top-wrapper"><h1 class="entry-title">Walk</h1><time class="dt-published" datetime="2024-03-05">Mar 5</time></div>
                    <div class="blog-item-inner-wrapper"><div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout"><div class="row"><div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content">TEXT</div></div></div></div></div></div></div></div>
                    <div class="blog-item-comments">Related reading</div></div></article></section></article></main>
                    <footer>Copyright line</footer></body></html>
                    """
            },
            {
                "/walk/",
                """
                    <html><head><title>Walk</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-05T00:00:00.000Z"></head><body class="post-template">
                    <div class="viewport"><header id="gh-head"><a href="/">Menu entry</a></header><main id="site-main" class="site-main"><article class="article post">
                    <header class="article-header gh-canvas"><h1 class="article-title">Walk</h1><section class="article-byline"><img class="author-profile-image" src="/me.png" alt="Me"></section></header>
                    <section class="gh-content gh-canvas">TEXT</section></article></main>
                    <aside class="read-more-wrap"><article class="post-card"><h2>Related reading</h2></article></aside><footer class="site-footer">Copyright line <button>Subscribe now</button></footer></div></body></html>
                    """
            },
            {
                "/posts/walk/",
                """
                    <html><head><title>Walk | Site</title><meta property="og:title" content="Walk"><meta property="article:published_time" content="2024-03-05T00:00:00+00:00"></head><body>
                    <header class="header"><nav class="nav"><a href="/">Menu entry</a></nav></header><main class="main"><article class="post-single"><header class="post-header"><h1 class="post-title">Walk</h1><div class="post-meta">March 5, 2024</div></header>
                    <div class="post-content">TEXT</div><footer class="post-footer"><ul class="post-tags"><li><a rel="tag" href="/tags/out/">Out</a></li></ul><nav class="paginav"><a href="/posts/x/">Related reading</a></nav></footer></article></main>
                    <footer class="footer">Copyright line</footer></body></html>
                    """
            },
            {
                "/2024/03/05/walk.html",
                """
                    <html><head><title>Walk | Site</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"Walk","datePublished":"2024-03-05T00:00:00+00:00"}</script></head><body>
                    <header class="site-header"><nav class="site-nav"><a href="/">Menu entry</a></nav></header><main class="page-content"><div class="wrapper"><article class="post h-entry"><header class="post-header"><h1 class="post-title p-name">Walk</h1></header>
                    <div class="post-content e-content" itemprop="articleBody">TEXT</div><a class="u-url" href="/2024/03/05/walk.html" hidden></a></article></div></main><footer class="site-footer">Copyright line</footer></body></html>
                    """
            },
            {
                "/p/walk",
                """
                    <html><head><meta property="og:title" content="Walk"><meta property="article:published_time" content="2024-03-05"></head><body><div class="main-menu"><button>Menu entry</button></div>
                    <article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">Walk</h1></div><div><div class="available-content"><div class="body markup">TEXT</div></div></div>
                    <div class="subscription-widget"><form><button>Subscribe now</button></form></div></article><div class="single-post-section">Related reading</div></body></html>
                    """
            },
            {
                "/post/walk",
                """
                    <html><head><meta property="og:title" content="Walk"><meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-05"></head><body><div id="SITE_CONTAINER">top of page<header><nav>Menu entry</nav></header>
                    <main><article><div data-hook="post"><h1 data-hook="post-title">Walk</h1><section data-hook="post-description"><div data-rce-version="9"><div dir="ltr">TEXT</div></div></section><div data-hook="post-footer">Related reading</div></div></article></main>
                    <section data-hook="recent-posts">Related reading</section></div>bottom of page</body></html>
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Words_pictures_links_and_papers_come_over_and_what_is_around_them_does_not(
        string path,
        string page
    )
    {
        const string Text =
            "<p>First <strong>words</strong> with a <a href=\"https://e.example/a_b\">link</a> and a <a href=\"/paper.pdf\">paper</a>.</p><h2>A part</h2><ul><li>one</li><li>two</li></ul>"
            + "<blockquote><p>Said.</p><footer>Somebody</footer></blockquote><p><img src=\"/lake.png\" srcset=\"/lake.png 100w, /deep/lake.png 900w\" alt=\"A lake\"></p><p><img src=\"/lake.png\" alt=\"Small\"></p>"
            + "<pre><code>let a = 1;\n\nlet b = 2;</code></pre><table><tr><th>A</th></tr><tr><td>1</td></tr></table><p>The end.</p>";
        site.Answers["/sitemap.xml"] = ("text/xml", $"<urlset><url><loc>{site.Address}{path}</loc></url></urlset>");
        site.Answers[path] = ("text/html", page.Replace("TEXT", Text, StringComparison.Ordinal));

        var typed = await desk.TypeAsync("import", "site", site.Address, "--out", "new", "--private", "--pause", "0");

        Assert.Equal(0, typed.Code);
        var body = desk.Body("new/posts/2024-03-05-walk.md");
        Assert.Null(
            RoundTrip.Difference(
                HtmlFacts.Of(
                    Text.Replace("/lake.png 100w, /deep/lake.png 900w", "", StringComparison.Ordinal)
                        .Replace("\"/lake.png\" srcset", "\"/media/walk/lake.png\" data", StringComparison.Ordinal)
                        .Replace("\"/lake.png\" alt", "\"/media/walk/lake-2.png\" alt", StringComparison.Ordinal)
                        .Replace("/paper.pdf", "/media/walk/paper.pdf", StringComparison.Ordinal)
                ),
                HtmlFacts.Of(RoundTrip.Rendered(body))
            )
        );
        Assert.Equal("Walk", desk.Post("new/posts/2024-03-05-walk.md").Title);
        Assert.Equal("another lake", desk.Read("new/media/walk/lake.png"));
        Assert.Equal("lake", desk.Read("new/media/walk/lake-2.png"));
        Assert.All(Around.Split(", "), words => Assert.DoesNotContain(words, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_has_the_text_of_pages_that_are_made_in_the_browser_and_what_subscribers_call_them()
    {
        site.Answers["/"] = (
            "text/html",
            "<html lang=\"de\"><head><meta property=\"og:site_name\" content=\"Quiet\"><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/my.xml\"></head><body><a href=\"/walk\">Walk</a></body></html>"
        );
        site.Answers["/my.xml"] = (
            "application/rss+xml",
            $"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <item><title>Walk &amp; talk</title><link>{site.Address}/walk</link><guid>urn:walk</guid><pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><category>Out</category><content:encoded><![CDATA[<p>A <em>whole</em> text that the page itself does not have.</p>]]></content:encoded></item>
            <item><title>Gone</title><link>{site.Address}/gone</link><guid>urn:gone</guid><pubDate>Wed, 06 Mar 2024 09:00:00 GMT</pubDate><description><![CDATA[<p>Only here.</p>]]></description></item>
            <item><title>Cut off
            """
        );
        site.Answers["/walk"] = ("text/html", "<html><body><div id=\"root\">Loading</div></body></html>");

        var typed = await desk.TypeAsync("import", "site", site.Address, "--out", "new", "--private", "--pause", "0");

        Assert.Equal(0, typed.Code);
        Assert.Equal("A *whole* text that the page itself does not have.\n", desk.Body("new/posts/2024-03-05-walk.md"));
        var post = desk.Post("new/posts/2024-03-05-walk.md");
        Assert.Equal(("Walk & talk", "urn:walk"), (post.Title, post.FormerFeedId));
        Assert.Equal(["Out"], post.Tags.Select(tag => tag.Name));
        Assert.Equal(["jane-doe"], post.Authors.Select(author => author.Slug));
        Assert.Equal("Only here.\n", desk.Body("new/posts/2024-03-06-gone.md"));
        Assert.Equal(("Quiet", "de"), (desk.Site("new").Title, desk.Site("new").Rendering.Language));
    }

    [Fact]
    public async Task A_site_without_maps_and_feeds_is_followed_by_its_links()
    {
        site.Answers["/"] = (
            "text/html",
            "<html><body><main><h1>Home</h1><p>Hello. <a href=\"/a\">A</a></p></main></body></html>"
        );
        site.Answers["/a"] = (
            "text/html",
            "<html><body><main><h1>A</h1><p>Text. <a href=\"/b/?x=1#y\">B</a></p></main></body></html>"
        );
        site.Answers["/b/"] = (
            "text/html; charset=iso-8859-1",
            "<html><body><main><h1>B</h1><p>The last. <a href=\"/a\">A</a></p></main></body></html>"
        );

        await desk.TypeAsync("import", "site", site.Address, "--out", "new", "--private", "--pause", "0");

        Assert.Equal(["a.md", "b.md", "home.md"], desk.Files("new/pages"));
        Assert.Equal("The last. [A](/a)\n", desk.Body("new/pages/b.md"));
    }

    [Theory]
    [InlineData(
        """<wow-image data-image-info='{"imageData":{"uri":"ab12~mv2.jpg","width":900}}'><img src="https://static.wixstatic.com/media/ab12~mv2.jpg/v1/fill/w_49,h_33,blur_2/ab12~mv2.jpg" alt="A"></wow-image>"""
    )]
    [InlineData("""<div aria-label="A" data-image-info='{"imageData":{"uri":"ab12~mv2.jpg"}}'></div>""")]
    [InlineData(
        """<div aria-label="A" style="color:red;background-image:url('https://static.wixstatic.com/media/ab12~mv2.jpg')"></div>"""
    )]
    public void Wix_names_the_whole_picture_beside_a_blurred_one(string html)
    {
        var picture = PageMain.OfFeed(html, new("https://e.example/post/a")).QuerySelector("img")!;

        Assert.Equal(
            ("https://static.wixstatic.com/media/ab12~mv2.jpg", "A"),
            (LargestPicture.Of(picture.GetAttribute("src")!), picture.GetAttribute("alt"))
        );
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /*?secret\nDisallow: /a$", "/b?secret=1", false)]
    [InlineData("User-agent: *\nDisallow: /*?secret\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*?secret\nDisallow: /a$", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /blog/", "/blog/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: kap-import\nAllow: /", "/x", true)]
    [InlineData("User-agent: other\nDisallow: /", "/x", true)]
    public void Robots_txt_is_kept_to(string robots, string path, bool allows) =>
        Assert.Equal(allows, Robots.Of(robots).Allows(new("https://e.example" + path)));

    public void Dispose()
    {
        site.Dispose();
        desk.Dispose();
    }
}
