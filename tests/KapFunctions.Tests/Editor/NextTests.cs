using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using KapFunctions.Publishing.Repair;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests.Editor;

/// <summary>The next version of a post lies beside the live one: editors see both, readers one.</summary>
public sealed class NextTests
{
    private const string Path = "posts/a.md";
    private const string Marker = "zebrafinch";

    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task No_public_address_tells_of_a_next_version_until_it_is_published()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var live = await WriteLiveAsync(editor, "Old words.");
        await WriteNextAsync(editor, $"---\ntitle: A\ntags: [{Marker}]\n---\nNew {Marker}.", live);
        await editor.WriteAsync("posts/b.md", "# B\n\n[a](a.md)", EditorClient.Absent);
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);

        var addresses = await PublicAddressesAsync(site);
        Assert.True(addresses.Count > 30, string.Join('\n', addresses));
        foreach (var address in addresses)
        {
            var reply = await site.GetAsync(address);
            Assert.True(!reply.Body.Contains(Marker, StringComparison.OrdinalIgnoreCase), address);
        }

        var index = site.Services.GetRequiredService<IndexReader>();
        Assert.Null((await index.ReadPostAsync("next/" + Path, default)).ETag);
        var log = JsonSerializer.Serialize(
            await index.ReadLogAsync((await index.ReadHeadAsync(default))!.Epoch, 0, default).ToListAsync()
        );
        Assert.DoesNotContain(Marker, log);

        var next = await ReadAsync(editor);
        var published = await PublishAsync(editor, next.Json.GetProperty("next").GetProperty("etag").GetString()!);

        Assert.Equal(200, published.Status);
        Assert.Contains(Marker, (await site.GetAsync("/a/")).Body);
        Assert.Equal(404, (await ReadAsync(editor)).Status);
    }

    [Fact]
    public async Task A_next_version_is_checked_compared_listed_and_shown_by_a_link()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var live = await WriteLiveAsync(editor, "Some old words.");

        var written = await WriteNextAsync(editor, Text("Some new words.", "titel: x\n"), live);

        Assert.Contains(
            written.Json.GetProperty("problems").EnumerateArray(),
            one => one.GetProperty("code").GetString() == "key-unknown"
        );
        var list = (await editor.SendAsync(HttpMethod.Get, "/api/editor/next")).Json.GetProperty("files");
        Assert.Equal((Path, live), (list[0].GetProperty("path").GetString(), list[0].GetProperty("base").GetString()));
        var both = (await ReadAsync(editor)).Json;
        Assert.False(both.GetProperty("outdated").GetBoolean());
        Assert.Equal(Text("Some old words."), both.GetProperty("live").GetProperty("markdown").GetString());
        var diff = (await editor.SendAsync(HttpMethod.Get, $"/api/editor/next/diff?path={Path}")).Json.GetProperty(
            "changes"
        );
        Assert.Contains(
            diff.EnumerateArray(),
            one => one.GetProperty("kind").GetString() == "removed" && one.GetProperty("text").GetString() == "old"
        );
        Assert.Contains(
            diff.EnumerateArray(),
            one => one.GetProperty("kind").GetString() == "added" && one.GetProperty("text").GetString() == "new"
        );

        var link = await editor.SendAsync(
            HttpMethod.Post,
            "/api/editor/preview",
            Json(new { path = Path, next = true })
        );
        var html = await site.GetAsync(new Uri(link.Json.GetProperty("html_url").GetString()!).PathAndQuery);
        Assert.Contains("Some new words.", html.Body);
        await WriteNextAsync(editor, Text("Newer."), live, written.Json.GetProperty("etag").GetString()!);
        Assert.Equal(
            410,
            (await site.GetAsync(new Uri(link.Json.GetProperty("html_url").GetString()!).PathAndQuery)).Status
        );
    }

    [Fact]
    public async Task A_live_file_that_changed_meanwhile_is_not_overwritten_and_both_texts_are_shown()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var live = await WriteLiveAsync(editor, "One.");
        var next = (await WriteNextAsync(editor, Text("Next."), live)).Json.GetProperty("etag").GetString()!;
        var other = (await editor.WriteAsync(Path, Text("Two."), live)).Json.GetProperty("etag").GetString()!;

        var conflict = await PublishAsync(editor, next);

        Assert.Equal(409, conflict.Status);
        Assert.Equal(Text("Two."), conflict.Json.GetProperty("live").GetProperty("markdown").GetString());
        Assert.Equal(Text("Next."), conflict.Json.GetProperty("next").GetProperty("markdown").GetString());
        Assert.Equal(live, conflict.Json.GetProperty("base").GetString());
        Assert.Equal(Text("Two."), (await editor.ReadAsync(Path)).Body);
        Assert.Equal(200, (await PublishAsync(editor, next, over: other)).Status);
        Assert.Equal(Text("Next."), (await editor.ReadAsync(Path)).Body);
    }

    [Fact]
    public async Task Without_what_it_was_made_from_and_where_the_live_file_is_gone_both_are_shown()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var live = await WriteLiveAsync(editor, "One.");
        await site.UploadAsync("next/" + Path, Text("By another tool."));
        var read = (await ReadAsync(editor)).Json;
        Assert.Equal(
            ((string?)null, true),
            (read.GetProperty("base").GetString(), read.GetProperty("outdated").GetBoolean())
        );
        var etag = read.GetProperty("next").GetProperty("etag").GetString()!;

        Assert.Equal(409, (await PublishAsync(editor, etag)).Status);
        await editor.DeleteAsync(Path, live);
        var gone = await PublishAsync(editor, etag, over: live);
        Assert.Equal((409, JsonValueKind.Null), (gone.Status, gone.Json.GetProperty("live").ValueKind));
        Assert.Equal(200, (await PublishAsync(editor, etag, over: "")).Status);
        Assert.Contains("By another tool.", (await site.GetAsync("/a/")).Body);
    }

    [Fact]
    public async Task A_next_version_with_an_error_does_not_go_live_and_a_live_file_that_is_broken_is_mended_by_one()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var live = (await editor.WriteAsync(Path, "---\ntitle: [\n---\n", EditorClient.Absent))
            .Json.GetProperty("etag")
            .GetString()!;
        var broken = (await WriteNextAsync(editor, "---\ntitle: {\n---\n", live)).Json.GetProperty("etag").GetString()!;

        Assert.Equal(422, (await PublishAsync(editor, broken)).Status);
        var mended = await WriteNextAsync(editor, Text("Good."), null, broken);
        Assert.Equal(live, mended.Json.GetProperty("base").GetString());
        Assert.Equal(200, (await PublishAsync(editor, mended.Json.GetProperty("etag").GetString()!)).Status);
        Assert.Contains("Good.", (await site.GetAsync("/a/")).Body);
    }

    [Fact]
    public async Task Two_editors_of_one_next_version_hear_of_each_other_and_a_repeated_publish_is_done()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var live = await WriteLiveAsync(editor, "One.");
        var first = (await WriteNextAsync(editor, Text("Mine."), live)).Json.GetProperty("etag").GetString()!;
        var second = (await WriteNextAsync(editor, Text("Theirs."), live, first)).Json.GetProperty("etag").GetString()!;

        Assert.Equal(412, (await WriteNextAsync(editor, Text("Mine, too."), live, first)).Status);
        Assert.Equal(412, (await DeleteAsync(editor, first)).Status);
        Assert.Equal(409, (await PublishAsync(editor, first)).Status);
        Assert.Equal(200, (await PublishAsync(editor, second)).Status);
        Assert.Equal(200, (await PublishAsync(editor, second)).Status);
        Assert.Equal(404, (await PublishAsync(editor, first)).Status);
    }

    [Fact]
    public async Task A_next_version_of_a_new_file_goes_live_where_nothing_stands()
    {
        await using var site = await StartAsync();
        var editor = new EditorClient(site);
        var next = (await WriteNextAsync(editor, Text("New."), "")).Json.GetProperty("etag").GetString()!;

        Assert.Equal(404, (await site.GetAsync("/a/")).Status);
        Assert.Equal(200, (await PublishAsync(editor, next)).Status);
        Assert.Contains("New.", (await site.GetAsync("/a/")).Body);
    }

    [Theory]
    [InlineData("PUT", "/api/editor/next?path=media/a.png", 400)]
    [InlineData("PUT", "/api/editor/next?path=next/posts/a.md", 400)]
    [InlineData("PUT", "/api/editor/next?path=posts/a.md", 428)]
    [InlineData("GET", "/api/editor/next?path=site.yaml", 400)]
    [InlineData("GET", "/api/editor/next?path=posts/none.md", 404)]
    [InlineData("GET", "/api/editor/next/diff?path=posts/none.md", 404)]
    [InlineData("DELETE", "/api/editor/next?path=posts/a.md", 428)]
    [InlineData("GET", "/api/editor/files?path=next/posts/a.md", 400)]
    public async Task What_names_no_next_version_is_refused(string method, string address, int status)
    {
        await using var site = await StartAsync();
        var body = method == "PUT" ? new StringContent("x") : null;

        Assert.Equal(status, (await new EditorClient(site).SendAsync(new(method), address, body)).Status);
    }

    private static Task<TestSite> StartAsync() =>
        TestSite.StartAsync(settings: new() { ["Preview:Keys"] = $"one:{Key}" });

    private static string Text(string text, string head = "") => $"---\ntitle: A\ndate: 2024-01-01\n{head}---\n{text}";

    private static async Task<string> WriteLiveAsync(EditorClient editor, string text) =>
        (await editor.WriteAsync(Path, Text(text), EditorClient.Absent)).Json.GetProperty("etag").GetString()!;

    private static Task<Reply> ReadAsync(EditorClient editor) =>
        editor.SendAsync(HttpMethod.Get, $"/api/editor/next?path={Path}");

    private static Task<Reply> WriteNextAsync(EditorClient editor, string text, string? madeFrom, string etag = "") =>
        editor.SendAsync(
            HttpMethod.Put,
            $"/api/editor/next?path={Path}" + (madeFrom is null ? "" : $"&base={Uri.EscapeDataString(madeFrom)}"),
            new StringContent(text),
            etag.Length == 0 ? ("If-None-Match", "*") : ("If-Match", etag)
        );

    private static Task<Reply> DeleteAsync(EditorClient editor, string etag) =>
        editor.SendAsync(HttpMethod.Delete, $"/api/editor/next?path={Path}", null, ("If-Match", etag));

    private static Task<Reply> PublishAsync(EditorClient editor, string etag, string? over = null) =>
        editor.SendAsync(
            HttpMethod.Post,
            "/api/editor/next/publish",
            Json(
                over is null
                    ? new { path = Path, etag }
                    : new
                    {
                        path = Path,
                        etag,
                        over,
                    }
            )
        );

    private static StringContent Json(object body) =>
        new(JsonSerializer.Serialize(body), MediaTypeHeaderValue.Parse("application/json"));

    /// <summary>All that answers without a key, by the description of the API, and the site's pages.</summary>
    private static async Task<IReadOnlyList<string>> PublicAddressesAsync(TestSite site)
    {
        var document = (await site.GetAsync("/openapi.json")).Json;
        var described = document
            .GetProperty("paths")
            .EnumerateObject()
            .Where(path =>
                path.Value.TryGetProperty("get", out var get)
                && !get.GetProperty("security").ToString().Contains("editorKey", StringComparison.Ordinal)
            )
            .Select(path =>
                System.Text.RegularExpressions.Regex.Replace(path.Name, "{[^}]*}", "a")
                + "?key=22444f78447824223cefc48062"
            );
        return
        [
            .. described,
            "/",
            "/a/",
            "/a.md",
            "/archive/",
            $"/search/?q={Marker[..6]}",
            $"/api/search?q={Marker[..6]}",
            "/rss.xml",
            "/atom.xml",
            "/feed.json",
            "/sitemap.xml",
            "/llms.txt",
            "/api/changes",
            "/next/posts/a/",
            "/next/posts/a.md",
            "/media/next/posts/a.md",
            "/api/posts/slug/next",
            "/api/media/next/posts/a.md",
        ];
    }
}
