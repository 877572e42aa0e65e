using System.Globalization;
using System.Net;
using System.Xml.Linq;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Ten thousand posts: no page grows with them. They are rows of an index that nobody had to upload.</summary>
public sealed class LargeSiteTests
{
    private const int Posts = 10_000;

    /// <summary>Bytes of a page, before it is compressed; a list of titles is the largest.</summary>
    private const int MaxPageBytes = 100_000;

    private static readonly DateTimeOffset First = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_page_stays_as_small_and_every_post_is_reached()
    {
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton(Generated()));
        await site.WaitAsync("/", reply => reply.Body.Contains("Post 9999<"));

        foreach (
            var page in new[]
            {
                "/",
                "/page/2/",
                "/page/1000/",
                "/tag/calm/page/500/",
                "/archive/",
                "/archive/page/50/",
            }
        )
        {
            var reply = await site.GetAsync(page);

            Assert.Equal((page, 200), (page, reply.Status));
            Assert.InRange(reply.Body.Length, 1, MaxPageBytes);
        }

        Assert.Contains("Post 0<", (await site.GetAsync("/page/1000/")).Body);
        Assert.DoesNotContain("rel=\"next\"", (await site.GetAsync("/page/1000/")).Body);
        Assert.Contains("href=\"/archive/page/49/\"", (await site.GetAsync("/archive/page/50/")).Body);
        Assert.Equal(404, (await site.GetAsync("/page/1001/")).Status);
        Assert.Equal(404, (await site.GetAsync("/archive/page/51/")).Status);
        Assert.Equal(404, (await site.GetAsync("/page/2147483647/")).Status);
        Assert.Equal(404, (await site.GetAsync("/page/99999999999/")).Status);

        var post = await site.WaitAsync("/post-5000/", HttpStatusCode.OK);
        Assert.Contains("href=\"/post-4999/\"", post.Body);
        Assert.Contains("href=\"/post-5001/\"", post.Body);
    }

    [Fact]
    public async Task A_sitemap_of_more_than_a_file_may_hold_is_divided_and_whole()
    {
        const int posts = 60_000;
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton(Generated(posts))
        );

        var index = Locations(await site.WaitAsync("/sitemap.xml", HttpStatusCode.OK));
        var first = Locations(await site.GetAsync("/sitemaps/1.xml"));
        var second = Locations(await site.GetAsync("/sitemaps/2.xml"));

        Assert.Equal(2, index.Count);
        Assert.EndsWith("/sitemaps/2.xml", index[1]);
        Assert.Equal(50_000, first.Count);
        // The other posts, the home page, a tag and an author.
        Assert.Equal(posts - 50_000 + 3, second.Count);
        Assert.Equal(posts + 3, first.Concat(second).Distinct().Count());
        Assert.Equal(404, (await site.GetAsync("/sitemaps/3.xml")).Status);
    }

    private static List<string> Locations(Reply sitemap) =>
        [
            .. XDocument
                .Parse(sitemap.Body)
                .Descendants()
                .Where(one => one.Name.LocalName == "loc")
                .Select(one => one.Value),
        ];

    private static ReplicaSource Generated(int posts = Posts)
    {
        var head = new Head("generated", 1, Complete: true, Rendering: "");
        return new()
        {
            ReadHead = _ => Task.FromResult<Head?>(head),
            ReadRows = _ => Enumerable.Range(0, posts).Select(IndexRow (i) => Post(i, posts)).ToAsyncEnumerable(),
            ReadLog = (_, _, _) => AsyncEnumerable.Empty<LogEntry>(),
            ReadBody = (_, _) => Task.FromResult<PostBody?>(new() { Html = "<p>Text.</p>" }),
        };
    }

    private static PostRow Post(int i, int posts) =>
        new()
        {
            Path = $"posts/{i}.md",
            Id = i.ToString("x24", CultureInfo.InvariantCulture),
            FirstSeen = First,
            State = PostState.Published,
            SourceETag = "\"1\"",
            OnlineETag = "\"1\"",
            Body = $"bodies/{i}",
            Good = $"good/{i}",
            Metadata = new()
            {
                Title = $"Post {i}",
                Slug = $"post-{i}",
                Date = First.AddHours(i * 200_000L / posts),
                Excerpt = string.Concat(Enumerable.Repeat("Some words. ", 40)),
                Tags = i % 2 == 0 ? [new("Calm", "calm")] : [],
            },
        };
}
