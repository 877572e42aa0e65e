using System.Net;
using KapFunctions.Http;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

public sealed class HttpMannersTests
{
    [Fact]
    public async Task An_unchanged_post_costs_the_client_no_bytes()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "# Hello");
        var first = await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        var again = await site.GetAsync("/api/posts/hello", ("If-None-Match", first.ETag));

        Assert.Equal((304, ""), (again.Status, again.Body));
        Assert.Equal(first.ETag, again.ETag);
    }

    [Fact]
    public async Task An_address_that_was_asked_before_is_answered_as_it_was_the_first_time()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "# Hello");
        const string address = "/api/posts/hello/html?from=here";
        var first = await site.WaitAsync(address, HttpStatusCode.OK);

        var again = await site.GetAsync(address);
        var unchanged = await site.GetAsync(address, ("If-None-Match", first.ETag));
        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        using var post = new HttpRequestMessage(HttpMethod.Post, address);

        Assert.Equal((first.Body, first.ETag), (again.Body, again.ETag));
        Assert.Equal(
            first.Headers.Keys.Order(StringComparer.Ordinal),
            again.Headers.Keys.Order(StringComparer.Ordinal)
        );
        Assert.NotEqual(first.Headers["X-Correlation-Id"], again.Headers["X-Correlation-Id"]);
        Assert.Equal((304, ""), (unchanged.Status, unchanged.Body));
        Assert.Equal((200, ""), await StatusAndBodyAsync(head));
        Assert.Equal((404, ""), await StatusAndBodyAsync(post));

        await site.UploadAsync("posts/hello.md", "Hello again");
        await site.WaitAsync(address, reply => reply.Body.Contains("Hello again"));
        await site.DeleteAsync("posts/hello.md");
        await site.WaitAsync(address, HttpStatusCode.Gone);

        async Task<(int, string)> StatusAndBodyAsync(HttpRequestMessage request)
        {
            var reply = await site.SendAsync(request);
            return (reply.Status, reply.Body);
        }
    }

    [Fact]
    public async Task A_correction_that_names_no_new_date_is_news_to_who_asks_by_date()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "---\ndate: 2024-01-01\nupdated: 2024-02-02\n---\nBefore.");
        var first = await site.WaitAsync("/api/posts/hello/html", HttpStatusCode.OK);
        var asked = ("If-Modified-Since", first.Headers["Last-Modified"]);
        Assert.Equal(304, (await site.GetAsync("/api/posts/hello/html", asked)).Status);

        await site.UploadAsync("posts/hello.md", "---\ndate: 2024-01-01\nupdated: 2024-02-02\n---\nAfter.");
        await site.WaitAsync("/api/posts/hello/html", reply => reply.Body.Contains("After"));

        Assert.Equal(200, (await site.GetAsync("/api/posts/hello/html", asked)).Status);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_without_the_body()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "# Hello\n\nSome text.");
        var got = await site.WaitAsync("/api/posts/hello/html", HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/posts/hello/html");
        var head = await site.SendAsync(request);

        Assert.Equal((200, ""), (head.Status, head.Body));
        Assert.Equal(got.ETag, head.ETag);
        Assert.Equal(got.Headers["Content-Length"], head.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Each_encoding_has_an_ETag_of_its_own()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/long.md", string.Join(' ', Enumerable.Repeat("word", 1000)));
        var plain = await site.WaitAsync("/api/posts/long/html", HttpStatusCode.OK);

        var brotli = await site.GetAsync("/api/posts/long/html", ("Accept-Encoding", "gzip, br"));
        var refused = await site.GetAsync("/api/posts/long/html", ("Accept-Encoding", "br;q=0, gzip;q=0"));

        Assert.Equal("br", brotli.Headers["Content-Encoding"]);
        Assert.NotEqual(plain.ETag, brotli.ETag);
        Assert.False(refused.Headers.ContainsKey("Content-Encoding"));
        Assert.Contains("Accept-Encoding", plain.Headers["Vary"]);
    }

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0.1, gzip;q=1", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip, *;q=0", "gzip")]
    [InlineData("br;q=0.5, identity", null)]
    [InlineData("identity;q=0, gzip;q=0.1", "gzip")]
    [InlineData("deflate, zstd", null)]
    [InlineData("identity;q=0, *;q=0", null)]
    [InlineData("br;q=much, ;;", null)]
    [InlineData("", null)]
    public void The_encoding_is_the_one_that_the_caller_likes_best(string asked, string? expected)
    {
        var answer = new Answer("text/plain", new byte[5000]);

        Assert.Equal(expected, answer.FormFor(asked).Encoding);
    }

    [Fact]
    public async Task A_list_is_newest_first_and_pages_through_one_tag()
    {
        await using var site = await TestSite.StartAsync();
        for (var day = 1; day <= 3; day++)
        {
            var tag = day == 2 ? "other" : "calm";
            await site.UploadAsync($"posts/day-{day}.md", $"---\ndate: 2024-01-0{day}\ntags: [{tag}]\n---\nDay {day}.");
        }

        await site.WaitAsync("/api/posts", reply => Total(reply) == 3);
        var second = await site.GetAsync("/api/posts?tag=calm&limit=1&page=2");

        var post = Assert.Single(second.Json.GetProperty("posts").EnumerateArray());
        Assert.Equal("day-1", post.GetProperty("slug").GetString());
        Assert.Equal(2, Total(second));
        Assert.Equal(1, second.Json.GetProperty("meta").GetProperty("pagination").GetProperty("prev").GetInt32());
    }

    [Fact]
    public async Task The_editor_needs_a_key_and_a_wrong_method_finds_nothing()
    {
        await using var site = await TestSite.StartAsync();

        var withoutKey = await site.GetAsync("/api/editor/problems");
        using var post = new HttpRequestMessage(HttpMethod.Post, "/api/posts");
        var wrongMethod = await site.SendAsync(post);

        Assert.Equal(
            (401, "urn:kapfunctions:problem:key-refused"),
            (withoutKey.Status, withoutKey.Json.GetProperty("type").GetString())
        );
        Assert.Equal((404, ""), (wrongMethod.Status, wrongMethod.Body));
    }

    private static long Total(Reply list) =>
        list.Json.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt64();
}
