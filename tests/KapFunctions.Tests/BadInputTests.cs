using System.Net;
using System.Text;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>What editors upload by mistake and callers send by malice: each gets its answer, and a good post beside it stays.</summary>
public sealed class BadInputTests
{
    private static readonly Dictionary<string, byte[]> BrokenFiles = new()
    {
        ["source-empty"] = [],
        ["source-not-utf8"] = [0x23, 0x20, 0xFF, 0xFE, 0xC3, 0x28],
        ["front-matter-unclosed"] = "---\ntitle: Never closed\n\nText."u8.ToArray(),
        ["source-too-large"] = Encoding.UTF8.GetBytes(new string('a', 50 << 20)),
    };

    [Theory]
    [InlineData("source-empty")]
    [InlineData("source-not-utf8")]
    [InlineData("front-matter-unclosed")]
    [InlineData("source-too-large")]
    public async Task A_broken_file_is_reported_with_its_mend_and_nothing_else_suffers(string code)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/good.md", "# Good");
        await site.UploadAsync("posts/broken.md", BinaryData.FromBytes(BrokenFiles[code]));

        var problem = Assert.Single(await site.WaitForProblemsAsync("posts/broken.md"));

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("line").GetInt32() >= 1);
        Assert.NotEmpty(problem.GetProperty("mend").GetString()!);
        await site.WaitAsync("/api/posts/good", HttpStatusCode.OK);
        Assert.Equal(404, (await site.GetAsync("/api/posts/broken")).Status);
    }

    [Theory]
    [InlineData("/api/posts?filter=")]
    [InlineData("/ghost/api/content/posts/?key=22444f78447824223cefc48062&filter=")]
    public async Task A_filter_of_all_the_terms_or_parentheses_that_an_address_holds_is_refused(string list)
    {
        await using var site = await TestSite.StartAsync();
        string[] hostile =
        [
            string.Join(',', Enumerable.Repeat("id:1", 1_500)),
            $"{new string('(', 3_500)}id:1{new string(')', 3_500)}",
        ];

        foreach (var filter in hostile)
        {
            Assert.Equal(400, (await site.GetAsync(list + filter)).Status);
            Assert.Equal(414, (await site.GetAsync(list + filter + filter)).Status);
        }
    }

    [Fact]
    public async Task A_file_of_front_matter_only_is_a_post_without_text()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/bare.md", "---\ntitle: Bare\n---\n");

        var post = await site.WaitAsync("/api/posts/bare", HttpStatusCode.OK);

        Assert.Equal("Bare", post.Json.GetProperty("title").GetString());
        Assert.Equal("", post.Json.GetProperty("plaintext").GetString());
    }

    [Theory]
    [InlineData("posts/with spaces and + signs.md", "with-spaces-and-signs")]
    [InlineData("posts/Grüße aus Köln.md", "grusse-aus-koln")]
    [InlineData("posts/100%25 sure.md", "100-25-sure")]
    public async Task Names_that_people_give_files_are_served(string path, string slug)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(path, "Text.");

        await site.WaitAsync($"/api/posts/{slug}", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("posts/x/%2E%2E/escaped.md", "posts/x/../escaped.md")]
    public async Task Names_that_would_reach_another_file_are_reported_and_never_followed(string rawPath, string path)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/b.md", "# Untouched");

        // No SDK sends such a name, so this speaks to storage itself.
        await site.UploadRawAsync(rawPath, "# Hostile");

        var problem = Assert.Single(await site.WaitForProblemsAsync(path));
        Assert.Equal("path-not-addressable", problem.GetProperty("code").GetString());
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/posts?limit=-1", 400, "invalid-parameter")]
    [InlineData("/api/posts?limit=abc", 400, "invalid-parameter")]
    [InlineData("/api/posts?limit=1&limit=2", 400, "invalid-parameter")]
    [InlineData("/api/posts?page=-3", 400, "invalid-parameter")]
    [InlineData("/api/posts/a%2fb", 404, "post-not-found")]
    public async Task A_request_that_makes_no_sense_gets_a_problem_document(string address, int status, string type)
    {
        await using var site = await TestSite.StartAsync();

        var reply = await site.GetAsync(address);

        Assert.Equal(status, reply.Status);
        Assert.Equal($"urn:kapfunctions:problem:{type}", reply.Json.GetProperty("type").GetString());
        Assert.StartsWith("application/problem+json", reply.Headers["Content-Type"]);
        Assert.Equal("no-store", reply.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task A_slug_of_5000_characters_is_not_found_and_not_repeated()
    {
        await using var site = await TestSite.StartAsync();

        var reply = await site.GetAsync("/api/posts/" + new string('a', 5000));

        Assert.Equal(404, reply.Status);
        Assert.True(reply.Body.Length < 6000);
    }

    /// <summary>Links, feeds and redirects are kept for all readers, so one reader's word must not make its way into them.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/rss.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/api/posts")]
    [InlineData("/hello")]
    public async Task A_request_that_names_another_host_gets_the_site_s_own_address(string address)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/hello.md", "# Hello");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);

        var reply = await site.GetAsync(
            address,
            ("Host", "evil.example"),
            ("X-Forwarded-Host", "evil.example"),
            ("X-Original-Host", "evil.example")
        );

        Assert.InRange(reply.Status, 200, 301);
        Assert.DoesNotContain("evil.example", reply.Body);
        Assert.DoesNotContain(reply.Headers, header => header.Value.Contains("evil.example", StringComparison.Ordinal));
    }
}
