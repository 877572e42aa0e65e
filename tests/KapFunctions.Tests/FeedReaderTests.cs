using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>What feed readers make of a feed: rules of the W3C's validator, RSS 2.0 (https://www.rssboard.org/rss-specification)
/// and RFC 4287.</summary>
public sealed class FeedReaderTests
{
    private const string Post = """
        ---
        title: A guide to <head> elements
        slug: guide
        description: Use the <div> element & never <script>alert(1)</script> it.
        date: 2026-11-20
        image: /static/cover.jpg?v=1
        image_alt: A "cover"
        tags: [Work]
        ---
        ## Part

        [Contact](/contact/), [filter](?x=1), [part](#part), <a href="/raw/">raw</a>, ![x](/static/x.png), [b](b.md),
        <img src="/static/y.png" srcset="/static/y.png 1x, /static/z.png 2x" alt="">

        ![](https://example.org/podcast.mp3)
        """;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    [Fact]
    public async Task No_relative_address_leaves_in_feeds_and_APIs()
    {
        await using var site = await StartAsync();
        const string ghost = "/ghost/api/content/posts/slug/guide/?key=22444f78447824223cefc48062";

        string[] bodies =
        [
            (await FeedAsync(site, "/rss.xml")).Descendants(Content + "encoded").Last().Value,
            (await FeedAsync(site, "/atom.xml")).Descendants(Atom + "content").Last().Value,
            (await site.GetAsync("/feed.json")).Json.GetProperty("items")[1].GetProperty("content_html").GetString()!,
            (await site.GetAsync("/api/posts/guide")).Json.GetProperty("html").GetString()!,
            (await site.GetAsync("/api/posts/guide/html")).Body,
            (await site.GetAsync(ghost)).Json.GetProperty("posts")[0].GetProperty("html").GetString()!,
        ];

        foreach (var body in bodies)
        {
            var attributes = new HtmlParser()
                .ParseDocument(body)
                .All.SelectMany(element => element.Attributes)
                .ToArray();
            var addresses = attributes.Where(one => one.Name is "href" or "src").Select(one => one.Value).ToArray();
            Assert.Contains("https://practice.example/guide/?x=1", addresses);
            Assert.Contains("https://practice.example/contact/", addresses);
            Assert.Contains("https://practice.example/b/", addresses);
            Assert.Contains("#part", addresses);
            Assert.All(addresses, address => Assert.Matches("^(https://|#)", address));
            Assert.Equal(
                "https://practice.example/static/y.png 1x, https://practice.example/static/z.png 2x",
                Assert.Single(attributes, one => one.Name == "srcset").Value
            );
        }

        Assert.All(bodies[..3], body => Assert.DoesNotContain("heading-anchor", body));
        var page = (await site.GetAsync("/guide/")).Body;
        Assert.Contains("href=\"/contact/\"", page);
        Assert.Contains("heading-anchor", page);
    }

    [Fact]
    public async Task Rss_is_what_its_readers_demand()
    {
        await using var site = await StartAsync();

        var text = (await site.GetAsync("/rss.xml")).Body;
        var channel = XDocument.Parse(text).Root!.Element("channel")!;
        var item = channel.Elements("item").Last();

        // HTML that says what the author wrote: encoded once as HTML, and once more as XML.
        Assert.Equal(
            "Use the <div> element & never <script>alert(1)</script> it.",
            new HtmlParser().ParseDocument(item.Element("description")!.Value).Body!.TextContent
        );
        Assert.Equal("Fish & chips", channel.Element("description")!.Value);
        Assert.Equal("A guide to <head> elements", item.Element("title")!.Value);
        Assert.Equal("0", item.Element("enclosure")!.Attribute("length")!.Value);
        Assert.Equal("Fri, 20 Nov 2026 00:00:00 GMT", item.Element("pubDate")!.Value);
        Assert.EndsWith(" GMT", channel.Element("lastBuildDate")!.Value);
        var self = channel.Element(Atom + "link")!;
        Assert.Equal(("self", "application/rss+xml"), (self.Attribute("rel")!.Value, self.Attribute("type")!.Value));
        Assert.EndsWith("/rss.xml", self.Attribute("href")!.Value);
        Assert.Contains("<atom:link ", text);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        AssertPicture(item);
    }

    [Fact]
    public async Task Atom_is_what_RFC_4287_demands()
    {
        await using var site = await StartAsync();

        var feed = await FeedAsync(site, "/atom.xml");
        var entry = feed.Elements(Atom + "entry").Last();

        Assert.Equal("Fish & chips", feed.Element(Atom + "subtitle")!.Value);
        Assert.All(
            feed.Descendants(Atom + "updated").Concat(feed.Descendants(Atom + "published")),
            time => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", time.Value)
        );
        Assert.All(feed.Elements(Atom + "entry"), one => Assert.NotNull(one.Element(Atom + "author")));
        Assert.Equal("https://example.org/podcast.mp3", Link(entry, "enclosure").Attribute("href")!.Value);
        Assert.Null(Link(entry, "enclosure").Attribute("length"));
        Assert.EndsWith("/atom.xml", Link(feed, "self").Attribute("href")!.Value);
        AssertPicture(entry);
    }

    [Theory]
    [InlineData("https://old.example/?p=12", true)]
    [InlineData("5f1a2b3c4d5e6f7a8b9c0d1e", false)]
    public async Task A_post_that_moved_in_is_known_to_subscribers_by_what_the_old_feed_called_it(
        string former,
        bool isIri
    )
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/moved.md", $"---\ndate: 2026-11-21\nguid: \"{former}\"\n---\nText.");
        await site.WaitAsync("/moved/", HttpStatusCode.OK);

        var rss = await FeedAsync(site, "/rss.xml");
        var json = (await site.GetAsync("/feed.json")).Json.GetProperty("items");
        var atom = await FeedAsync(site, "/atom.xml");

        Assert.Contains(former, rss.Descendants("guid").Select(id => id.Value));
        Assert.Contains(former, json.EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        var ids = atom.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).ToList();
        Assert.Equal(isIri, ids.Contains(former));
        Assert.All(ids, id => Assert.True(Uri.IsWellFormedUriString(id, UriKind.Absolute), id));
    }

    [Fact]
    public async Task A_page_of_a_list_is_shared_as_itself_and_never_with_an_SVG()
    {
        await using var site = await StartAsync();
        foreach (var i in Enumerable.Range(0, 11))
        {
            await site.UploadAsync(
                $"posts/n{i}.md",
                $"---\ntitle: N{i}\ntags: [Work]\nauthor: Jane\nimage: /static/x.svg\n---\nText."
            );
            await site.WaitAsync($"/n{i}/", HttpStatusCode.OK);
        }

        foreach (
            var (address, name) in new[]
            {
                ("/page/2/", "Practice"),
                ("/tag/work/page/2/", "Work"),
                ("/author/jane/page/2/", "Jane"),
            }
        )
        {
            var page = (await site.WaitAsync(address, HttpStatusCode.OK)).Body;
            Assert.Contains($"property=\"og:url\" content=\"https://practice.example{address}\"", page);
            Assert.Contains($"rel=\"canonical\" href=\"https://practice.example{address}\"", page);
            Assert.Matches($"property=\"og:title\" content=\"{name}[^\"]* 2\"", page);
        }

        Assert.DoesNotContain("og:image", (await site.GetAsync("/n1/")).Body);
        Assert.DoesNotContain("og:image", (await site.GetAsync("/")).Body);
        Assert.Contains(
            "content=\"https://practice.example/static/cover.jpg?v=1\"",
            (await site.GetAsync("/guide/")).Body
        );
    }

    private static void AssertPicture(XElement entry)
    {
        var picture = entry.Element(Media + "content")!;
        Assert.Equal("https://practice.example/static/cover.jpg?v=1", picture.Attribute("url")!.Value);
        Assert.Equal(("image", "image/jpeg"), (picture.Attribute("medium")!.Value, picture.Attribute("type")!.Value));
        Assert.Equal("A \"cover\"", picture.Element(Media + "description")!.Value);
    }

    private static XElement Link(XElement of, string rel) =>
        of.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == rel);

    private static async Task<XElement> FeedAsync(TestSite site, string address) =>
        XDocument.Parse((await site.WaitAsync(address, HttpStatusCode.OK)).Body).Root!;

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "site.yaml",
            "title: Practice\ndescription: Fish & chips\nurl: https://practice.example\ncover_image: /static/cover.svg\n"
        );
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("practice.example"));
        await site.UploadAsync("posts/b.md", "---\ntitle: B\nslug: b\ndate: 2026-11-21\n---\nText.");
        await site.UploadAsync("posts/guide.md", Post);
        await site.WaitAsync("/api/posts/guide", HttpStatusCode.OK);
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
        return site;
    }
}
