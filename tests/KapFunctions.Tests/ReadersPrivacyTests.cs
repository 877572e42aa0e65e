using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>What pages, feeds and both APIs let a browser load, and what they tell others of a reader.</summary>
public sealed class ReadersPrivacyTests
{
    private const string Video =
        "data-frame=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ\"><span class=\"embed-title\">YouTube</span>";

    private const string Post = """
        ---
        title: Rest
        slug: rest
        date: 2024-05-01
        image: https://other.example/head.png
        ---
        https://youtu.be/dQw4w9WgXcQ

        ![A lake](https://other.example/lake.png)

        ![At home](https://www.example.org/media/home.png)
        """;

    [Fact]
    public async Task A_page_loads_from_the_site_alone_and_tells_others_its_name_at_most()
    {
        await using var site = await StartAsync();

        foreach (var path in (string[])["/rest/", "/", "/archive/", "/search/", "/nothing/"])
        {
            var page = await site.GetAsync(path);
            var policy = page.Headers["Content-Security-Policy"];

            Assert.Contains(" img-src 'self'; media-src 'self'; font-src 'self';", policy);
            Assert.Contains(
                " frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://open.spotify.com https://embed.podcasts.apple.com https://w.soundcloud.com;",
                policy
            );
            Assert.Equal("strict-origin-when-cross-origin", page.Headers["Referrer-Policy"]);
            Assert.DoesNotContain("other.example/head.png\" alt", page.Body);
            Assert.DoesNotContain("Strict-Transport-Security", page.Headers.Keys);
        }
    }

    [Fact]
    public async Task Pages_feeds_and_both_APIs_have_the_same_card_and_no_frame()
    {
        await using var site = await StartAsync();
        string[] addresses =
        [
            "/rest/",
            "/api/posts/rest/html",
            "/api/posts/rest",
            "/ghost/api/content/posts/slug/rest/?key=22444f78447824223cefc48062",
            "/rss.xml",
            "/atom.xml",
            "/feed.json",
        ];
        foreach (var address in addresses)
        {
            var reply = await site.GetAsync(address);
            var html = WebUtility.HtmlDecode(Regex.Unescape(reply.Body));

            Assert.Contains(Video, html);
            Assert.DoesNotContain("<iframe", html);
            Assert.DoesNotContain("<img", html);
        }

        foreach (var feed in addresses[4..])
        {
            Assert.Equal("strict-origin-when-cross-origin", (await site.GetAsync(feed)).Headers["Referrer-Policy"]);
        }

        // What websites show of it is theirs to decide.
        Assert.Equal(
            "https://other.example/head.png",
            (await site.GetAsync("/api/posts/rest")).Json.GetProperty("feature_image").GetString()
        );
    }

    [Fact]
    public async Task The_site_s_own_hosts_are_those_of_its_file_and_of_its_settings()
    {
        await using var site = await StartAsync(new() { ["Site:Url"] = "https://www.example.org" });
        await site.UploadAsync("site.yaml", "title: Own\nurl: https://müller.example\n");

        var page = await site.WaitAsync("/rest/", reply => reply.Body.Contains("alt=\"At home\""));

        Assert.Contains("<img src=\"https://www.example.org/media/home.png\"", page.Body);
        Assert.DoesNotContain("<img src=\"https://other.example", page.Body);
        Assert.Contains(
            " img-src 'self' www.example.org xn--mller-kva.example; media-src",
            page.Headers["Content-Security-Policy"]
        );
    }

    [Fact]
    public async Task A_change_of_the_settings_renders_the_posts_that_it_changes_and_no_others()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/plain.md", "---\nslug: plain\nlang: en\n---\n# Plain\n");
        await site.WaitAsync("/plain/", HttpStatusCode.OK);
        var before = await RowAsync(site, "posts/plain.md");

        await site.UploadAsync("site.yaml", "title: Direct\nembeds: direct\nforeign_pictures: direct\n");
        var page = await site.WaitAsync("/rest/", reply => reply.Body.Contains("<iframe"));

        Assert.Contains("<img src=\"https://other.example/lake.png\"", page.Body);
        Assert.Contains("<img src=\"https://other.example/head.png\"", page.Body);
        Assert.Contains(
            " img-src 'self' https: http:; media-src 'self' https: http:;",
            page.Headers["Content-Security-Policy"]
        );
        Assert.Equal(before.OnlineAt, (await RowAsync(site, "posts/plain.md")).OnlineAt);
    }

    /// <summary>A site's row of an older program has no hosts; the file is the same, and yet it is read again.</summary>
    [Fact]
    public async Task A_file_that_an_older_program_read_is_read_again()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("site.yaml", "title: Own\nurl: https://www.example.org\n");
        await site.WaitAsync("/rest/", reply => reply.Body.Contains("alt=\"At home\""));
        var index = site.Services.GetRequiredService<IndexReader>();
        var writer = site.Services.GetRequiredService<IndexWriter>();
        var row = await index.ReadSiteAsync(CancellationToken.None);
        var old = row.Value! with
        {
            Reader = 0,
            Settings = row.Value.Settings with { Rendering = row.Value.Settings.Rendering with { OwnHosts = [] } },
        };
        var commit = new IndexCommit { RenderingBecomes = old.Rendering };
        commit.Put(old, row.ETag);
        Assert.True(await writer.CommitAsync(commit, CancellationToken.None));

        await site
            .Services.GetRequiredService<KapFunctions.Publishing.Files.SitePublisher>()
            .LookAsync(CancellationToken.None);

        var after = (await index.ReadSiteAsync(CancellationToken.None)).Value!;
        Assert.Equal(["www.example.org"], after.Settings.Rendering.OwnHosts);
    }

    [Theory]
    [InlineData("https://www.example.org", null, "", true)]
    [InlineData("https://www.example.org", "false", "", false)]
    [InlineData("http://www.example.org", null, "", false)]
    [InlineData("http://www.example.org", "true", "", true)]
    [InlineData("https://localhost:7071", null, "", false)]
    [InlineData(null, null, "url: https://www.example.org\n", true)]
    [InlineData(null, "false", "url: https://www.example.org\n", false)]
    public async Task Browsers_are_told_to_come_by_https_alone_where_that_is_the_public_address(
        string? url,
        string? setting,
        string file,
        bool isTold
    )
    {
        await using var site = await StartAsync(new() { ["Site:Url"] = url, ["Site:HttpsAlone"] = setting });
        await site.UploadAsync("site.yaml", $"title: Secure\n{file}");

        var page = await site.WaitAsync("/rest/", reply => reply.Body.Contains("Secure"));

        Assert.Equal(isTold ? "max-age=31536000" : null, page.Headers.GetValueOrDefault("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_script_knows_the_hosts_that_the_renderer_knows()
    {
        await using var site = await StartAsync();
        var page = await site.GetAsync("/rest/");
        var script = await site.GetAsync(Regex.Match(page.Body, "src=\"(/assets/players[^\"]+)\"").Groups[1].Value);

        Assert.Equal(
            FrameHosts.All,
            Regex
                .Matches(script.Body, "^  \"([a-z.-]+)\",$", RegexOptions.Multiline)
                .Select(host => host.Groups[1].Value)
        );
        Assert.DoesNotContain("players", (await site.GetAsync("/archive/")).Body);
    }

    private static async Task<PostRow> RowAsync(TestSite site, string path) =>
        (await site.Services.GetRequiredService<IndexReader>().ReadPostAsync(path, CancellationToken.None)).Value!;

    private static async Task<TestSite> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var site = await TestSite.StartAsync(settings: settings);
        await site.UploadAsync("posts/rest.md", Post);
        await site.WaitAsync("/rest/", HttpStatusCode.OK);
        return site;
    }
}
