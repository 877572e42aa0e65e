using KapFunctions.Testing;

namespace KapFunctions.Tests.Http;

/// <summary>Pages of other origins read what is public, from a reader's browser.</summary>
public sealed class CorsTests
{
    private const string Page = "https://www.example.org";

    [Fact]
    public async Task Every_origin_may_read_what_is_public_and_none_what_is_the_editor_s()
    {
        await using var site = await TestSite.StartAsync();

        var posts = await site.GetAsync("/api/posts", ("Origin", Page));
        var ghost = await site.GetAsync("/ghost/api/content/posts/", ("Origin", Page));
        var editor = await site.GetAsync("/api/editor/problems", ("Origin", Page));

        Assert.Equal("*", posts.Headers["Access-Control-Allow-Origin"]);
        Assert.Contains("ETag", posts.Headers["Access-Control-Expose-Headers"]);
        Assert.Equal((403, "*"), (ghost.Status, ghost.Headers["Access-Control-Allow-Origin"]));
        Assert.False(editor.Headers.ContainsKey("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task With_origins_configured_only_they_may_read_and_caches_are_told()
    {
        await using var site = await TestSite.StartAsync(settings: new() { ["Cors:Origins"] = Page });

        var friend = await site.GetAsync("/api/posts", ("Origin", Page));
        var ghost = await site.GetAsync("/ghost/api/content/posts/", ("Origin", Page));
        var stranger = await site.GetAsync("/api/posts", ("Origin", "https://other.example.org"));

        Assert.Equal(Page, friend.Headers["Access-Control-Allow-Origin"]);
        Assert.False(stranger.Headers.ContainsKey("Access-Control-Allow-Origin"));
        Assert.Equal("Accept-Version, Accept-Encoding, Origin", ghost.Headers["Vary"]);
        Assert.All([friend, stranger], reply => Assert.Equal("Accept-Encoding, Origin", reply.Headers["Vary"]));
    }

    [Theory]
    [InlineData("/ghost/api/content/posts/")]
    [InlineData("/api/posts")]
    public async Task A_browser_that_asks_first_is_told_what_it_may_send(string address)
    {
        await using var site = await TestSite.StartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        var reply = await site.SendAsync(
            request,
            ("Origin", Page),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "accept-version")
        );

        Assert.Equal((204, ""), (reply.Status, reply.Body));
        Assert.Equal("*", reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("*", reply.Headers["Access-Control-Allow-Headers"]);
        Assert.Contains("GET", reply.Headers["Access-Control-Allow-Methods"]);
    }
}
