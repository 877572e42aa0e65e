using System.Net;
using System.Xml.Linq;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Feed readers and search engines follow the site.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_three_feeds_tell_the_same_with_full_text_and_ids_that_survive_a_rename()
    {
        await using var site = await StartAsync();

        var (rss, atom, json) = (
            await FeedAsync(site, "/rss.xml"),
            await FeedAsync(site, "/atom.xml"),
            await site.GetAsync("/feed.json")
        );
        var item = Assert.Single(rss.Descendants("item"));
        var entry = Assert.Single(atom.Elements(Atom + "entry"));
        var post = Assert.Single(json.Json.GetProperty("items").EnumerateArray());

        Assert.Equal("Listen & rest", item.Element("title")!.Value);
        Assert.Contains("<strong>text</strong>", item.Element(Content + "encoded")!.Value);
        Assert.Contains("<strong>text</strong>", entry.Element(Atom + "content")!.Value);
        Assert.Contains("<strong>text</strong>", post.GetProperty("content_html").GetString());
        var id = item.Element("guid")!.Value;
        Assert.StartsWith("urn:uuid:", id);
        Assert.Equal((id, id), (entry.Element(Atom + "id")!.Value, post.GetProperty("id").GetString()));
        Assert.Equal("audio/mpeg", item.Element("enclosure")!.Attribute("type")!.Value);
        Assert.Equal("audio/mpeg", post.GetProperty("attachments")[0].GetProperty("mime_type").GetString());

        await site.UploadAsync("posts/a.md", "---\ntitle: Renamed\nslug: other\ntags: [Rest]\n---\nText.");
        await site.WaitAsync("/api/posts/other", HttpStatusCode.OK);
        Assert.Equal(id, (await FeedAsync(site, "/rss.xml")).Descendants("guid").Single().Value);
    }

    [Theory]
    [InlineData("/tag/rest/rss.xml", 200)]
    [InlineData("/tag/rest/feed.json", 200)]
    [InlineData("/author/site/atom.xml", 200)]
    [InlineData("/tag/none/rss.xml", 404)]
    [InlineData("/tag/rest/nothing.xml", 404)]
    public async Task Tags_and_authors_have_feeds_of_their_own(string address, int status)
    {
        await using var site = await StartAsync();

        Assert.Equal(status, (await site.GetAsync(address)).Status);
    }

    [Fact]
    public async Task An_unchanged_feed_costs_no_bytes()
    {
        await using var site = await StartAsync();
        var first = await site.GetAsync("/atom.xml");

        var again = await site.GetAsync("/atom.xml", ("If-None-Match", first.ETag));

        Assert.Equal((304, ""), (again.Status, again.Body));
    }

    [Fact]
    public async Task Characters_that_xml_cannot_hold_do_not_break_a_feed()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/odd.md", "---\ntitle: \"Bell \\u0007 and \\uFFFE end\"\n---\nA \u0001 b &#7; c.");
        await site.WaitAsync("/api/posts?limit=1", reply => reply.Body.Contains("Bell"));

        Assert.Equal(2, (await FeedAsync(site, "/rss.xml")).Descendants("item").Count());
        Assert.Equal(2, (await FeedAsync(site, "/atom.xml")).Elements(Atom + "entry").Count());
    }

    [Theory]
    [InlineData("#icon")]
    [InlineData("http://[icon")]
    public async Task An_icon_that_is_no_address_does_not_break_a_feed(string icon)
    {
        await using var site = await StartAsync();
        await site.UploadAsync("site.yaml", $"title: Renamed\nicon: \"{icon}\"\n");

        await site.WaitAsync("/atom.xml", reply => reply.Body.Contains("Renamed"));
        await FeedAsync(site, "/rss.xml");
        Assert.Equal(200, (await site.GetAsync("/feed.json")).Status);
    }

    [Theory]
    [InlineData("noindex: true")]
    [InlineData("robots: \"noindex, follow\"")]
    [InlineData("robotsNoIndex: yes")]
    [InlineData("sitemap: false")]
    public async Task What_search_engines_are_to_leave_out_is_in_lists_and_not_in_the_sitemap(string line)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/quiet.md", $"---\ntitle: Quiet\n{line}\n---\nText.\n");
        await site.UploadAsync("posts/loud.md", "---\ntitle: Loud\nrobots: index, follow\nsitemap: true\n---\nText.\n");
        await site.WaitAsync("/loud/", HttpStatusCode.OK);
        await site.WaitAsync("/quiet/", HttpStatusCode.OK);

        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", (await site.GetAsync("/quiet/")).Body);
        Assert.DoesNotContain("name=\"robots\"", (await site.GetAsync("/loud/")).Body);
        var sitemap = (await site.GetAsync("/sitemap.xml")).Body;
        Assert.Contains("/loud/", sitemap);
        Assert.DoesNotContain("/quiet/", sitemap);
        Assert.Contains("/quiet/", (await site.GetAsync("/rss.xml")).Body);
    }

    [Fact]
    public async Task The_sitemap_lists_posts_pages_tags_and_authors_and_robots_txt_names_it()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("pages/about.md", "# About");
        await site.UploadAsync("posts/elsewhere.md", "---\ntitle: Else\ncanonical: https://example.org/else\n---\n");
        await site.WaitAsync("/api/posts/about", HttpStatusCode.OK);
        await site.WaitAsync("/api/posts/elsewhere", HttpStatusCode.OK);

        var places = (await FeedAsync(site, "/sitemap.xml"))
            .Descendants(Sitemap + "loc")
            .Select(one => new Uri(one.Value).AbsolutePath);

        Assert.Equal(["/", "/about/", "/author/site/", "/listen-rest/", "/tag/rest/"], places.Order());
        Assert.Contains("/sitemap.xml", (await site.GetAsync("/robots.txt")).Body);
        Assert.Equal(200, (await site.GetAsync("/sitemaps/1.xml")).Status);
        Assert.Equal(404, (await site.GetAsync("/sitemaps/2.xml")).Status);
        Assert.Equal(404, (await site.GetAsync("/sitemaps/x")).Status);
    }

    private static async Task<XElement> FeedAsync(TestSite site, string address)
    {
        var reply = await site.GetAsync(address);
        Assert.Equal(200, reply.Status);
        return XDocument.Parse(reply.Body).Root!;
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "posts/a.md",
            "---\ntitle: Listen & rest\nslug: listen-rest\ndate: 2024-05-01\ntags: [Rest]\n---\nThe **text**.\n\n![An episode](https://example.org/episode.mp3)\n"
        );
        await site.WaitAsync("/api/posts/listen-rest", HttpStatusCode.OK);
        return site;
    }
}
