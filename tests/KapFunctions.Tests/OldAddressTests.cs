using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Readers and search engines come by addresses that were, and arrive.</summary>
public sealed class OldAddressTests
{
    private const string Redirects = """
        /shop/: https://shop.example/
        /blog/*: /*
        /category/*: /tag/*
        /sale/: { to: /news/?x=1, status: 302 }
        /lost/: 410
        /forbidden/: 451
        /deleted/: /news/
        /tag/former/: /tag/news/
        """;

    [Theory]
    [InlineData("/news?utm_source=x", "/news/?utm_source=x")]
    [InlineData("/2016/05/old/?utm_source=x&y=1", "/news/?utm_source=x&y=1")]
    [InlineData("/tag/news?x=1", "/tag/news/?x=1")]
    [InlineData("/api/posts/caf%C3%A9?fields=title", "/api/posts/news?fields=title")]
    [InlineData("/caf%C3%A9/", "/news/")]
    [InlineData("/CAFE%CC%81", "/news/")]
    [InlineData("/NEWS/", "/news/")]
    [InlineData("/News", "/news/")]
    [InlineData("/TAG/news/", "/tag/news/")]
    [InlineData("/tag/NEWS/", "/tag/news/")]
    [InlineData("/Archive/", "/archive/")]
    [InlineData("/api/posts/News", "/api/posts/news")]
    [InlineData("/tag/company-news/", "/tag/news/")]
    [InlineData("/tag/company-news/rss.xml", "/tag/news/rss.xml")]
    [InlineData("/shop/?a=b", "https://shop.example/?a=b")]
    [InlineData("/blog/2020/Post/", "/2020/Post/")]
    [InlineData("/category/news/", "/tag/news/")]
    [InlineData("/tag/former/", "/tag/news/")]
    public async Task An_address_that_was_leads_where_it_is_now_with_all_that_was_asked(string asked, string location)
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync(asked);

        Assert.Equal((301, location), (reply.Status, reply.Headers["Location"]));
    }

    [Theory]
    [InlineData("/rss/", "/rss.xml")]
    [InlineData("/feed", "/rss.xml")]
    [InlineData("/feed/atom/", "/atom.xml")]
    [InlineData("/index.xml", "/rss.xml")]
    [InlineData("/atom/", "/atom.xml")]
    [InlineData("/blog-feed.xml", "/rss.xml")]
    [InlineData("/tag/news/rss/", "/tag/news/rss.xml")]
    [InlineData("/tag/news/feed/", "/tag/news/rss.xml")]
    [InlineData("/author/jane/rss/", "/author/jane/rss.xml")]
    [InlineData("/tag/news/feed/atom/", "/tag/news/atom.xml")]
    [InlineData("/sitemap-posts.xml", "/sitemap.xml")]
    [InlineData("/sitemap_index.xml", "/sitemap.xml")]
    [InlineData("/wp-sitemap-posts-post-1.xml", "/sitemap.xml")]
    [InlineData("/blog-posts-sitemap.xml", "/sitemap.xml")]
    public async Task Followers_of_another_system_find_the_feed(string asked, string location)
    {
        await using var site = await StartAsync(redirects: null);

        var reply = await site.GetAsync(asked);

        Assert.Equal((301, location), (reply.Status, reply.Headers["Location"]));
        Assert.Equal(200, (await site.GetAsync(location)).Status);
    }

    /// <summary>As WordPress names posts by their numbers.</summary>
    [Theory]
    [InlineData("/?p=123", 200, null)]
    [InlineData("/never/?p=123", 404, null)]
    [InlineData("/lost/?p=123", 410, null)]
    [InlineData("/category/news/?p=123", 301, "/tag/news/?p=123")]
    public async Task What_follows_the_question_mark_decides_nothing(string asked, int status, string? location)
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync(asked);

        Assert.Equal((status, location), (reply.Status, reply.Headers.GetValueOrDefault("Location")));
    }

    [Fact]
    public async Task The_lines_of_redirects_yaml_say_what_readers_get_and_content_comes_first()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/deleted.md", "# Deleted");
        await site.WaitAsync("/deleted/", HttpStatusCode.OK);

        var hidden = Assert.Single(await site.WaitForProblemsAsync("redirects.yaml"));
        Assert.Equal(
            ("redirect-hidden", 7),
            (hidden.GetProperty("code").GetString(), hidden.GetProperty("line").GetInt32())
        );
        var sale = await site.GetAsync("/sale/?y=2");
        Assert.Equal((302, "/news/?x=1&y=2"), (sale.Status, sale.Headers["Location"]));
        Assert.Equal(410, (await site.GetAsync("/lost/")).Status);
        var forbidden = await site.GetAsync("/forbidden");
        Assert.Equal(451, forbidden.Status);
        Assert.Contains("It was taken down for legal reasons.", forbidden.Body);
        Assert.Contains("This page is gone", (await site.GetAsync("/lost/")).Body);

        // What was deleted is gone, unless a line says more; without the file there are no redirects.
        await site.DeleteAsync("posts/deleted.md");
        await site.WaitAsync("/deleted/", HttpStatusCode.MovedPermanently);
        await site.DeleteAsync("redirects.yaml");
        await site.WaitAsync("/deleted/", HttpStatusCode.Gone);
        await site.WaitAsync("/lost/", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_broken_redirects_yaml_leaves_the_redirects_in_force()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("redirects.yaml", "/old/: [never closed");

        var problems = await site.WaitForProblemsAsync("redirects.yaml");

        Assert.Contains(problems, problem => problem.GetProperty("code").GetString() == "redirects-syntax");
        Assert.Equal(410, (await site.GetAsync("/lost/")).Status);
    }

    [Theory]
    [InlineData("/rss.xml")]
    [InlineData("/feed.json")]
    [InlineData("/tag/news/atom.xml")]
    [InlineData("/media/talk.m4a")]
    [InlineData("/news/")]
    [InlineData("/")]
    public async Task A_preflight_is_answered_wherever_readers_read(string address)
    {
        await using var site = await StartAsync(redirects: null);

        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        var reply = await site.SendAsync(
            request,
            ("Origin", "https://other.example"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match")
        );

        Assert.Equal((204, "*"), (reply.Status, reply.Headers["Access-Control-Allow-Origin"]));
    }

    [Theory]
    [InlineData("items=0-1", 200)]
    [InlineData("seconds=1-", 200)]
    [InlineData("bytes=0-1", 206)]
    [InlineData("Bytes=0-1", 206)]
    [InlineData("bytes=9-", 416)]
    [InlineData("bytes", 200)]
    public async Task A_range_of_a_unit_that_is_not_known_is_ignored(string range, int status)
    {
        await using var site = await StartAsync(redirects: null);
        await site.UploadAsync("media/talk.m4a", "sound");
        await site.WaitAsync("/media/talk.m4a", HttpStatusCode.OK);

        Assert.Equal(status, (await site.GetAsync("/media/talk.m4a", ("Range", range))).Status);
    }

    [Fact]
    public async Task An_internal_tag_is_in_the_APIs_and_nowhere_that_readers_look()
    {
        await using var site = await StartAsync(redirects: null);
        await site.UploadAsync(
            "posts/b.md",
            "---\ntitle: Inside\nslug: inside\ntags: ['#secret-plan', Open]\n---\nText."
        );
        await site.WaitAsync("/inside/", HttpStatusCode.OK);

        var tags = (await site.GetAsync("/api/posts/inside")).Json.GetProperty("tags");
        Assert.Equal(
            [("#secret-plan", "hash-secret-plan", "internal"), ("Open", "open", "public")],
            tags.EnumerateArray()
                .Select(tag =>
                    (
                        tag.GetProperty("name").GetString(),
                        tag.GetProperty("slug").GetString(),
                        tag.GetProperty("visibility").GetString()
                    )
                )
        );
        foreach (var address in (string[])["/inside/", "/", "/rss.xml", "/atom.xml", "/feed.json", "/sitemap.xml"])
        {
            Assert.DoesNotContain("secret-plan", (await site.GetAsync(address)).Body);
        }

        Assert.Equal(404, (await site.GetAsync("/tag/hash-secret-plan/")).Status);
        Assert.Equal(404, (await site.GetAsync("/tag/hash-secret-plan/rss.xml")).Status);
    }

    private static async Task<TestSite> StartAsync(string? redirects = Redirects)
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "site.yaml",
            "title: X\nauthors:\n  - name: Dr Jane Doe\n    slug: jane\ntags:\n  - name: Company News\n    slug: news\n    description: What is new\n"
        );
        await site.UploadAsync(
            "posts/a.md",
            "---\ntitle: News\nslug: news\ntags: [Company News]\nauthor: Dr Jane Doe\naliases: [/2016/05/old/, /caf%C3%A9]\n---\nText."
        );
        await site.WaitAsync("/tag/news/", page => page.Body.Contains("What is new"));
        if (redirects is not null)
        {
            await site.UploadAsync("redirects.yaml", redirects);
            await site.WaitAsync("/lost/", HttpStatusCode.Gone);
        }

        return site;
    }
}
