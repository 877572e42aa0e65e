using System.Text.Json;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Tests;

/// <summary>Every field that an answer shows, named in every parameter of both APIs: whatever it means there, it is no failure of
/// ours.</summary>
public sealed class EveryFieldTests
{
    private const string Ghost = "/ghost/api/content";
    private const string Key = "key=0123456789abcdef0123456789";

    private static readonly string[] Lists = ["posts", "pages", "tags", "authors"];

    /// <summary>With a field in the place of {0}.</summary>
    private static readonly string[] Parameters =
    [
        "order={0}%20asc",
        "order={0}%20desc",
        "order={0}%20DESC,title%20asc",
        "order=title%20asc,{0}%20desc",
        "order={0}%20asc&limit=1&page=2",
        "fields={0}",
        "include={0}",
        "formats={0}",
        "filter={0}:a",
        "filter={0}:-a",
        "filter={0}:null",
        "filter={0}:-null",
        "filter={0}:true",
        "filter={0}:1",
        "filter={0}:[a,b]",
        "filter={0}:-[a,b]",
        "filter={0}:>1",
        "filter={0}:<='2024-01-01'",
        "filter={0}:>now-1d",
        "filter={0}:~'a'",
        "filter={0}:-~^'a'",
        "filter={0}:~$'a'&order={0}%20desc",
        "limit={0}",
        "page={0}",
        "tag={0}",
        "q={0}",
    ];

    [Fact]
    public async Task No_field_in_any_parameter_is_a_failure()
    {
        await using var site = await StartAsync();
        foreach (var list in Lists)
        {
            foreach (
                var address in new[] { $"/api/{list}?", $"{Ghost}/{list}/?{Key}&include=tags,authors,count.posts&" }
            )
            {
                foreach (var field in FieldsOf((await site.GetAsync(address)).Json.GetProperty(list)[0], ""))
                {
                    await AskAsync(site, address, field);
                }
            }
        }
    }

    [Theory]
    [InlineData("comments")]
    [InlineData("access")]
    [InlineData("visibility")]
    public async Task An_order_by_what_all_posts_share_leaves_them_newest_first(string field)
    {
        await using var site = await StartAsync();

        foreach (var direction in new[] { "asc", "desc" })
        {
            var posts = (await site.GetAsync($"/api/posts?order={field}%20{direction}")).Json.GetProperty("posts");

            Assert.Equal(
                ["second", "first"],
                posts.EnumerateArray().Select(post => post.GetProperty("slug").GetString())
            );
        }
    }

    [Theory]
    [InlineData("v\u0663")]
    [InlineData("\u0666.0")]
    [InlineData("six")]
    public void A_version_that_is_none_is_told_so(string version)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["Accept-Version"] = version;

        var error = GhostVersion.NoRouteFor(context.Request);

        Assert.Equal(GhostErrors.UnreadableVersion(GhostVersion.Header), error);
    }

    [Theory]
    [InlineData("/archive?x=\u0001")]
    [InlineData("/archive?x=\u007f%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/archive?x=%01%00ü")]
    [InlineData("/api/posts?order=\u0002&fields=\u0003")]
    [InlineData("/api/search?q=%00")]
    [InlineData("/api/search?q=a%00b%01")]
    [InlineData("/api/search?q=%22%00%22&tag=%00")]
    public async Task Control_characters_in_a_question_are_harmless(string address)
    {
        await using var site = await StartAsync();

        var reply = await site.GetAsync(address);

        Assert.InRange(reply.Status, 200, 499);
        Assert.DoesNotContain("Set-Cookie", reply.Headers.Keys);
    }

    private static async Task AskAsync(TestSite site, string address, string field)
    {
        foreach (var parameter in Parameters)
        {
            var asked = address + string.Format(null, parameter, field);
            var reply = await site.GetAsync(asked);
            Assert.True(reply.Status < 500, $"{asked} was answered {reply.Status}: {reply.Body}");
        }
    }

    /// <summary>With those of what a field holds, as in <c>tags.slug</c>.</summary>
    private static IEnumerable<string> FieldsOf(JsonElement shape, string prefix) =>
        shape.ValueKind switch
        {
            JsonValueKind.Object => shape
                .EnumerateObject()
                .SelectMany(field => FieldsOf(field.Value, $"{prefix}{field.Name}.").Prepend(prefix + field.Name)),
            JsonValueKind.Array when shape.GetArrayLength() > 0 => FieldsOf(shape[0], prefix),
            _ => [],
        };

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(
            "posts/first.md",
            "---\ntitle: First\ndate: 2024-01-01\ntags: [One]\nauthor: Ann\n---\nOne."
        );
        await site.UploadAsync("posts/second.md", "---\ntitle: Second\ndate: 2024-02-01\ntags: [Two]\n---\nTwo.");
        await site.UploadAsync("pages/about.md", "---\ntitle: About\n---\nUs.");
        await site.WaitAsync(
            "/api/posts",
            reply => reply.Status == 200 && reply.Json.GetProperty("posts").GetArrayLength() == 2
        );
        await site.WaitAsync("/api/pages", reply => reply.Json.GetProperty("pages").GetArrayLength() == 1);
        await site.WaitAsync("/api/search?q=two", reply => reply.Status == 200);
        return site;
    }
}
