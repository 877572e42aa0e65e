using System.Net.Http.Headers;
using System.Text.Json;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

/// <summary>What an author writes never changes what readers see.</summary>
public sealed class AuthorTests
{
    private const string Draft = "---\ndraft: true\n---\n# A\n\nWords.";

    [Fact]
    public async Task An_author_writes_drafts_and_changes_them()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);

        var first = await author.WriteAsync("posts/a.md", Draft, EditorClient.Absent);
        Assert.Equal(200, first.Status);
        var second = await author.WriteAsync("posts/a.md", Draft + " More.", EtagOf(first));
        Assert.Equal(200, second.Status);
        // The folder says it, too.
        Assert.Equal(200, (await author.WriteAsync("posts/drafts/b.md", "# B", EditorClient.Absent)).Status);
        Assert.Equal(404, (await site.GetAsync("/api/posts/a")).Status);
    }

    [Theory]
    [InlineData("posts/new.md", "# Public at once")]
    [InlineData("posts/new.md", "---\ndate: 2099-01-01\n---\n# Public some day")]
    [InlineData("posts/new.md", "---\ndraft: false\n---\n# Public at once")]
    [InlineData("pages/about.md", "# Public at once")]
    [InlineData("redirects.yaml", "/old: /new\n")]
    public async Task What_readers_would_see_is_the_editors_to_write(string path, string text)
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);

        var refused = await author.WriteAsync(path, text, EditorClient.Absent);

        AssertRefused(refused, "editor");
        Assert.Equal(404, (await author.ReadAsync(path)).Status);
        Assert.Equal(
            200,
            (
                await new EditorClient(site, await site.MakeKeyAsync(Role.Editor)).WriteAsync(
                    path,
                    text,
                    EditorClient.Absent
                )
            ).Status
        );
    }

    [Theory]
    [InlineData("site.yaml", "title: Mine\n")]
    [InlineData("theme/site.css", "body { color: red }")]
    public async Task Settings_and_theme_are_the_owners(string path, string text)
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site, await site.MakeKeyAsync(Role.Editor));

        AssertRefused(await editor.WriteAsync(path, text, EditorClient.Absent), "owner");
        var written = await new EditorClient(site).WriteAsync(path, text, EditorClient.Absent);
        Assert.Equal(200, written.Status);
        AssertRefused(await editor.DeleteAsync(path, EtagOf(written)), "owner");
    }

    [Fact]
    public async Task An_author_neither_changes_nor_takes_down_what_is_live()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);
        var live = EtagOf(await new EditorClient(site).WriteAsync("posts/a.md", "# A", EditorClient.Absent));

        AssertRefused(await author.WriteAsync("posts/a.md", Draft, live), "editor");
        AssertRefused(await author.WriteAsync("posts/a.md", "# Other", live), "editor");
        AssertRefused(await author.DeleteAsync("posts/a.md", live), "editor");
        Assert.Equal(200, (await site.GetAsync("/api/posts/a")).Status);
    }

    [Fact]
    public async Task A_scheduled_post_is_the_editors_as_a_live_one_is()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);
        const string scheduled = "---\ndate: 2099-01-01\n---\n# A";
        var etag = EtagOf(await new EditorClient(site).WriteAsync("posts/a.md", scheduled, EditorClient.Absent));

        AssertRefused(await author.WriteAsync("posts/a.md", Draft, etag), "editor");
    }

    [Fact]
    public async Task A_post_whose_newest_version_is_broken_stays_online_whatever_an_author_tries()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);
        var owner = new EditorClient(site);
        var live = EtagOf(await owner.WriteAsync("posts/a.md", "# A", EditorClient.Absent));
        var broken = EtagOf(await owner.WriteAsync("posts/a.md", "---\ntitle: [\n---\n# A", live));

        AssertRefused(await author.WriteAsync("posts/a.md", Draft, broken), "editor");
        Assert.Equal(200, (await site.GetAsync("/api/posts/a")).Status);
    }

    [Fact]
    public async Task An_author_writes_a_next_version_and_an_editor_puts_it_live()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);
        var editor = new EditorClient(site, await site.MakeKeyAsync(Role.Editor));
        var live = EtagOf(await editor.WriteAsync("posts/a.md", "# Old", EditorClient.Absent));

        var next = await author.SendAsync(
            HttpMethod.Put,
            $"/api/editor/next?path=posts/a.md&base={Uri.EscapeDataString(live)}",
            new StringContent("# New"),
            ("If-None-Match", "*")
        );
        Assert.Equal(200, next.Status);
        AssertRefused(await PublishAsync(author, EtagOf(next)), "editor");
        Assert.Contains("Old", (await site.GetAsync("/api/posts/a")).Body);
        Assert.Equal(200, (await PublishAsync(editor, EtagOf(next))).Status);
        Assert.Contains("New", (await site.GetAsync("/api/posts/a")).Body);
    }

    [Fact]
    public async Task An_author_adds_media_and_replaces_none()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);

        var added = await author.WriteAsync("media/a.txt", "One", EditorClient.Absent);
        Assert.Equal(200, added.Status);
        AssertRefused(await author.WriteAsync("media/a.txt", "Two", EtagOf(added)), "editor");
        AssertRefused(await author.DeleteAsync("media/a.txt", EtagOf(added)), "editor");
        AssertRefused(await author.RestoreAsync("media/a.txt", "current", EtagOf(added)), "editor");
    }

    [Fact]
    public async Task An_author_restores_a_draft_over_a_draft_and_nothing_else()
    {
        await using var site = await TestSite.StartAsync();
        var author = await AuthorAsync(site);
        var owner = new EditorClient(site);
        var first = EtagOf(await author.WriteAsync("posts/a.md", Draft, EditorClient.Absent));
        var second = EtagOf(await author.WriteAsync("posts/a.md", Draft + " More.", first));
        var old = (await author.VersionsAsync("posts/a.md"))[1];

        var restored = await author.RestoreAsync("posts/a.md", old, second);
        Assert.Equal(200, restored.Status);
        var live = EtagOf(await owner.WriteAsync("posts/a.md", "# Live", EtagOf(restored)));
        AssertRefused(await author.RestoreAsync("posts/a.md", old, live), "editor");
        var hidden = EtagOf(await owner.WriteAsync("posts/a.md", Draft, live));
        // The one before was live.
        var public_ = (await author.VersionsAsync("posts/a.md"))[1];
        AssertRefused(await author.RestoreAsync("posts/a.md", public_, hidden), "editor");
    }

    private static async Task<EditorClient> AuthorAsync(TestSite site) =>
        new(site, await site.MakeKeyAsync(Role.Author));

    private static Task<Reply> PublishAsync(EditorClient by, string etag) =>
        by.SendAsync(
            HttpMethod.Post,
            "/api/editor/next/publish",
            new StringContent(
                JsonSerializer.Serialize(new { path = "posts/a.md", etag }),
                MediaTypeHeaderValue.Parse("application/json")
            )
        );

    private static string EtagOf(Reply reply) => reply.Json.GetProperty("etag").GetString()!;

    private static void AssertRefused(Reply reply, string role)
    {
        Assert.Equal(403, reply.Status);
        Assert.Equal("urn:kapfunctions:problem:role-required", reply.Json.GetProperty("type").GetString());
        Assert.Contains($"needs the role of an {role}", reply.Json.GetProperty("detail").GetString());
    }
}
