using System.IO.Compression;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>Answers above 1 MiB are streamed from a file; to a client they are answers like any other.</summary>
public sealed class LargeAnswerTests
{
    private const int Posts = 12;
    private const string List = "/api/posts?limit=100";
    private const string GhostList = "/ghost/api/content/posts/?key=22444f78447824223cefc48062&limit=all";

    [Fact]
    public async Task A_list_of_several_megabytes_is_whole_in_every_encoding_and_costs_nothing_unchanged()
    {
        await using var site = await StartAsync();
        using var http = new HttpClient { BaseAddress = site.Address };
        var plain = await ReadAsync(http, List, null);
        Assert.True(plain.Bytes.Length > 1 << 20);
        Assert.Equal(plain.Bytes.Length, plain.Reply.Content.Headers.ContentLength);

        foreach (var encoding in new[] { "br", "gzip" })
        {
            var compressed = await ReadAsync(http, List, encoding);

            Assert.Equal(encoding, Assert.Single(compressed.Reply.Content.Headers.ContentEncoding));
            Assert.Equal(plain.Bytes, Unpacked(compressed.Bytes, encoding));
            Assert.NotEqual(plain.Reply.Headers.ETag, compressed.Reply.Headers.ETag);
            var again = await site.GetAsync(
                List,
                ("Accept-Encoding", encoding),
                ("If-None-Match", compressed.Reply.Headers.ETag!.ToString())
            );
            Assert.Equal((304, ""), (again.Status, again.Body));
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, List);
        var answer = await site.SendAsync(head);
        Assert.Equal(plain.Reply.Headers.ETag!.ToString(), answer.ETag);
    }

    [Fact]
    public async Task Ghost_s_clients_get_a_large_list_with_Ghost_s_headers()
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync(GhostList);

        Assert.True(reply.Body.Length > 1 << 20);
        Assert.Equal(Posts, reply.Json.GetProperty("posts").GetArrayLength());
        Assert.Equal("v6.0", reply.Headers["Content-Version"]);
        Assert.Equal("Accept-Version, Accept-Encoding", reply.Headers["Vary"]);
    }

    [Fact]
    public async Task A_large_list_with_a_missing_body_is_a_503_and_never_half_an_answer()
    {
        await using var site = await StartAsync();
        await using var second = await TestSite.StartAsync(site.ConnectionString);
        await foreach (var body in site.Storage.Rendered.GetBlobsAsync(new() { Prefix = "bodies/" }))
        {
            await site.Storage.Rendered.DeleteBlobAsync(body.Name);
        }

        Assert.Equal(503, (await second.GetAsync(List)).Status);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        for (var post = 0; post < Posts; post++)
        {
            var text = string.Concat(Enumerable.Repeat($"Words of post {post} in a line.\n\n", 4000));
            await site.UploadAsync($"posts/p{post}.md", text);
        }

        await site.WaitAsync("/api/tags", reply => reply.Status == 200);
        await site.WaitAsync(
            "/api/posts?limit=1",
            reply => reply.Json.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt32() == Posts
        );
        return site;
    }

    private static async Task<(HttpResponseMessage Reply, byte[] Bytes)> ReadAsync(
        HttpClient http,
        string path,
        string? encoding
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        var reply = await http.SendAsync(request);
        return (reply, await reply.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Unpacked(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream unpacking =
            encoding == "br"
                ? new BrotliStream(packed, CompressionMode.Decompress)
                : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }
}
