using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Editors show posts to others before readers see them.</summary>
public sealed class PreviewTests
{
    private readonly ShiftedClock clock = new();

    [Fact]
    public async Task A_draft_is_shown_behind_a_signed_link_and_nowhere_else()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/draft.md", "---\ntitle: Soon\ndraft: true\n---\nNot *yet*.");

        var link = await LinkAsync(site, "posts/draft.md");
        var json = await site.GetAsync(PathOf(link, "json_url"));
        var html = await site.GetAsync(PathOf(link, "html_url"));

        Assert.Equal((200, "Soon"), (json.Status, json.Json.GetProperty("title").GetString()));
        Assert.Contains("Not <em>yet</em>.", html.Body);
        Assert.Contains("<h1 lang=\"en\" dir=\"auto\">Soon</h1>", html.Body);
        Assert.Contains("rel=\"stylesheet\"", html.Body);
        Assert.Contains("style-src 'self'", html.Headers["Content-Security-Policy"]);
        Assert.Equal("no-store, private", html.Headers["Cache-Control"]);
        Assert.Equal("no-referrer", html.Headers["Referrer-Policy"]);
        Assert.Equal(404, (await site.GetAsync("/api/posts/draft")).Status);
    }

    [Fact]
    public async Task A_link_ends_with_its_time_and_with_the_version_it_was_made_for()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/draft.md", "---\ndraft: true\n---\n# One");
        var first = PathOf(await LinkAsync(site, "posts/draft.md"), "json_url");

        await site.UploadAsync("posts/draft.md", "---\ndraft: true\n---\n# Two");
        Assert.Equal(410, (await site.GetAsync(first)).Status);

        var second = PathOf(await LinkAsync(site, "posts/draft.md"), "json_url");
        Assert.Equal(200, (await site.GetAsync(second)).Status);
        clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(404, (await site.GetAsync(second)).Status);
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("")]
    [InlineData("one.!!.!!")]
    public async Task A_token_that_nobody_signed_opens_nothing(string token)
    {
        await using var site = await StartAsync();

        Assert.Equal(404, (await site.GetAsync($"/api/preview/{token}")).Status);
    }

    [Fact]
    public async Task A_token_that_was_changed_opens_nothing_and_one_of_an_older_key_still_does()
    {
        await using var site = await StartAsync();
        await site.UploadAsync("posts/draft.md", "---\ndraft: true\n---\n# One");
        var token = (await LinkAsync(site, "posts/draft.md")).GetProperty("token").GetString()!;
        await using var rotated = await StartAsync(site, $"two:{Key('2')},one:{Key('1')}");
        await using var forgotten = await StartAsync(site, $"two:{Key('2')}");

        Assert.Equal(200, (await rotated.GetAsync($"/api/preview/{token}")).Status);
        Assert.Equal(404, (await forgotten.GetAsync($"/api/preview/{token}")).Status);
        var changed = token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1];
        Assert.Equal(404, (await site.GetAsync($"/api/preview/{changed}")).Status);
    }

    [Fact]
    public async Task Unsaved_text_is_rendered_with_its_problems_and_stored_nowhere()
    {
        await using var site = await StartAsync();

        var good = await PostAsync(
            site,
            new { path = "posts/new.md", markdown = "---\ntitle: New\n---\n![](media/a.png)" }
        );
        var broken = await PostAsync(site, new { path = "posts/new.md", markdown = "---\ntitle: [\n---\n" });

        Assert.Equal("New", good.Json.GetProperty("post").GetProperty("title").GetString());
        Assert.Contains("<img", good.Json.GetProperty("html").GetString());
        Assert.Contains("class=\"site-header", good.Json.GetProperty("page").GetString());
        Assert.Equal("image-alt-missing", good.Json.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, broken.Json.GetProperty("html").ValueKind);
        Assert.Contains(
            broken.Json.GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("line").GetInt32() >= 2
        );
        Assert.Equal(404, (await PostAsync(site, new { path = "posts/new.md" })).Status);
    }

    [Fact]
    public async Task A_request_that_makes_no_sense_is_told_so()
    {
        await using var site = await StartAsync();

        Assert.Equal(400, (await PostAsync(site, new { path = "media/a.png" })).Status);
        Assert.Equal(400, (await PostAsync(site, new { path = "posts/../site.md" })).Status);
        Assert.Equal(400, (await PostAsync(site, new { path = "posts/a.md", hours = -1 })).Status);
        Assert.Equal(400, (await PostAsync(site, 7)).Status);
        Assert.Equal(413, (await PostAsync(site, new { markdown = new string('a', 7 << 20) })).Status);
        Assert.Equal(401, (await PostAsync(site, new { }, key: "wrong")).Status);
    }

    private static string Key(char seed) => Convert.ToBase64String(SHA256.HashData([(byte)seed]));

    private Task<TestSite> StartAsync(TestSite? beside = null, string? keys = null) =>
        TestSite.StartAsync(
            beside?.ConnectionString,
            services => services.AddSingleton<TimeProvider>(clock),
            new() { ["Preview:Keys"] = keys ?? $"one:{Key('1')}" }
        );

    private static async Task<Reply> PostAsync(TestSite site, object body, string key = TestSite.FunctionKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/editor/preview");
        request.Content = JsonContent.Create(body);
        return await site.SendAsync(request, ("x-functions-key", key));
    }

    private static async Task<JsonElement> LinkAsync(TestSite site, string path)
    {
        var reply = await PostAsync(site, new { path });
        Assert.Equal(200, reply.Status);
        return reply.Json;
    }

    private static string PathOf(JsonElement link, string address) =>
        new Uri(link.GetProperty(address).GetString()!).AbsolutePath;
}
