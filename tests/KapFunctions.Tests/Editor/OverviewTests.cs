using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

public sealed class OverviewTests
{
    [Fact]
    public async Task Every_file_is_listed_with_its_state()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        string[][] files =
        [
            ["posts/a.md", "# A\n\n![](x.png)", "published"],
            ["posts/b.md", "---\ndate: 2099-01-01\n---\nText.", "scheduled"],
            ["posts/c.md", "---\ndraft: true\n---\nText.", "draft"],
            ["posts/d.md", "---\nexpires: 2001-01-01\n---\nText.", "expired"],
            ["posts/e.md", "---\nslug: a\n---\nText.", "waiting"],
            ["posts/f.md", "---\ntitle: x", "broken"],
            ["pages/g.md", "# G", "published"],
        ];
        foreach (var file in files)
        {
            await editor.WriteAsync(file[0], file[1], EditorClient.Absent);
        }

        var list = await editor.SendAsync(HttpMethod.Get, "/api/editor/posts");
        var posts = list
            .Json.GetProperty("posts")
            .EnumerateArray()
            .ToDictionary(post => post.GetProperty("path").GetString()!);

        Assert.All(files, file => Assert.Equal(file[2], posts[file[0]].GetProperty("state").GetString()));
        Assert.Equal("page", posts["pages/g.md"].GetProperty("kind").GetString());
        Assert.Equal(1, posts["posts/a.md"].GetProperty("warnings").GetInt32());
        Assert.Equal("a", posts["posts/e.md"].GetProperty("wanted_slug").GetString());
        Assert.True(posts["posts/f.md"].GetProperty("errors").GetInt32() > 0);
        Assert.Contains("private", list.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Asking_again_costs_nothing_until_something_changes()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync("posts/a.md", "# A", EditorClient.Absent);
        var first = await editor.SendAsync(HttpMethod.Get, "/api/editor/posts");

        var unchanged = await AskAgainAsync();
        await editor.WriteAsync("posts/a.md", "# A, changed", written.Json.GetProperty("etag").GetString()!);
        var changed = await AskAgainAsync();

        Assert.Equal((304, ""), (unchanged.Status, unchanged.Body));
        Assert.Equal(200, changed.Status);

        Task<Reply> AskAgainAsync() =>
            editor.SendAsync(HttpMethod.Get, "/api/editor/posts", null, ("If-None-Match", first.ETag));
    }
}
