using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

public sealed class FileTests
{
    private const string Path = "posts/hello.md";

    [Fact]
    public async Task What_is_written_is_live_when_the_answer_comes()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);

        var written = await editor.WriteAsync(Path, "# Hello\n\nText.", EditorClient.Absent);
        var live = await site.GetAsync("/api/posts/hello");

        Assert.Equal((200, 200), (written.Status, live.Status));
        var post = written.Json.GetProperty("post");
        Assert.Equal("published", post.GetProperty("state").GetString());
        Assert.Equal("hello", post.GetProperty("slug").GetString());
        Assert.EndsWith("/hello/", post.GetProperty("url").GetString());
        Assert.Empty(written.Json.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task A_file_is_read_back_as_it_was_written_and_an_unchanged_one_costs_no_bytes()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync(Path, "Grüße.", EditorClient.Absent);

        var read = await editor.ReadAsync(Path);
        var again = await editor.SendAsync(
            HttpMethod.Get,
            $"/api/editor/files?path={Path}",
            null,
            ("If-None-Match", read.ETag)
        );

        Assert.Equal("Grüße.", read.Body);
        Assert.Equal(written.Json.GetProperty("etag").GetString(), read.ETag);
        Assert.StartsWith("text/markdown", read.Headers["Content-Type"]);
        Assert.Equal("attachment", read.Headers["Content-Disposition"]);
        Assert.Equal((304, ""), (again.Status, again.Body));
    }

    [Fact]
    public async Task A_problem_comes_with_the_answer_and_the_last_good_version_stays_online()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var good = await editor.WriteAsync(Path, "# Good", EditorClient.Absent);

        var broken = await editor.WriteAsync(Path, "---\ntitle: [never closed\n---\nText.", ETagOf(good));

        var problem = Assert.Single(broken.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal("front-matter-syntax", problem.GetProperty("code").GetString());
        Assert.Equal(2, problem.GetProperty("line").GetInt32());
        Assert.NotEmpty(problem.GetProperty("mend").GetString()!);
        Assert.True(broken.Json.GetProperty("post").GetProperty("online").GetBoolean());
        Assert.Equal("Good", (await site.GetAsync("/api/posts/hello")).Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_second_editor_s_newer_version_is_never_overwritten()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var first = await editor.WriteAsync(Path, "# First", EditorClient.Absent);
        var second = await editor.WriteAsync(Path, "# Second editor", ETagOf(first));

        var late = await editor.WriteAsync(Path, "# First editor, late", ETagOf(first));
        var asNew = await editor.WriteAsync(Path, "# A third, who thinks it is new", EditorClient.Absent);
        var deletion = await editor.DeleteAsync(Path, ETagOf(first));

        Assert.Equal((412, 412, 412), (late.Status, asNew.Status, deletion.Status));
        Assert.Equal("urn:kapfunctions:problem:edit-conflict", late.Json.GetProperty("type").GetString());
        Assert.Equal(ETagOf(second), late.ETag);
        Assert.Equal(ETagOf(second), asNew.ETag);
        Assert.Equal("# Second editor", (await editor.ReadAsync(Path)).Body);
    }

    [Fact]
    public async Task A_save_whose_answer_got_lost_can_be_repeated()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var first = await editor.WriteAsync(Path, "# First", EditorClient.Absent);
        var saved = await editor.WriteAsync(Path, "# Mine", ETagOf(first));

        var repeated = await editor.WriteAsync(Path, "# Mine", ETagOf(first));

        Assert.Equal(200, repeated.Status);
        Assert.Equal(ETagOf(saved), ETagOf(repeated));
    }

    [Fact]
    public async Task A_write_that_does_not_say_what_it_replaces_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);

        var write = await editor.SendAsync(HttpMethod.Put, $"/api/editor/files?path={Path}", new StringContent("# A"));
        var any = await editor.WriteAsync(Path, "# A", "*");

        Assert.Equal((428, 428), (write.Status, any.Status));
        Assert.Equal(404, (await editor.ReadAsync(Path)).Status);
    }

    [Fact]
    public async Task Older_versions_can_be_read_and_restored()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var one = await editor.WriteAsync(Path, "# One", EditorClient.Absent);
        var two = await editor.WriteAsync(Path, "# Two", ETagOf(one));

        var versions = await editor.VersionsAsync(Path);
        var old = await editor.ReadAsync(Path, versions[^1]);
        var restored = await editor.RestoreAsync(Path, versions[^1], ETagOf(two));

        Assert.Equal(2, versions.Count);
        Assert.Equal("# One", old.Body);
        Assert.Equal(200, restored.Status);
        Assert.Equal("One", (await site.GetAsync("/api/posts/hello")).Json.GetProperty("title").GetString());
        Assert.Equal(3, (await editor.VersionsAsync(Path)).Count);
    }

    [Fact]
    public async Task A_restore_over_a_newer_version_is_a_conflict()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var one = await editor.WriteAsync(Path, "# One", EditorClient.Absent);
        await editor.WriteAsync(Path, "# Two", ETagOf(one));

        var restored = await editor.RestoreAsync(Path, (await editor.VersionsAsync(Path))[^1], ETagOf(one));

        Assert.Equal(412, restored.Status);
        Assert.Equal("# Two", (await editor.ReadAsync(Path)).Body);
    }

    [Fact]
    public async Task A_deleted_post_is_gone_at_once_and_comes_back_by_a_restore()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var one = await editor.WriteAsync(Path, "# One", EditorClient.Absent);
        var two = await editor.WriteAsync(Path, "# Two", ETagOf(one));

        var deleted = await editor.DeleteAsync(Path, ETagOf(two));
        var gone = await site.GetAsync("/api/posts/hello");
        var back = await editor.RestoreAsync(Path, version: null, etag: null);

        Assert.Equal((200, 410, 200), (deleted.Status, gone.Status, back.Status));
        Assert.Equal("# Two", (await editor.ReadAsync(Path)).Body);
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("../secrets.md")]
    [InlineData("posts/../site.yaml")]
    [InlineData("posts//a.md")]
    [InlineData("posts\\a.md")]
    [InlineData("posts/a\u0007.md")]
    [InlineData("posts/a.txt")]
    [InlineData("other/a.md")]
    [InlineData("media/")]
    [InlineData("/posts/a.md")]
    public async Task A_path_outside_the_layout_is_refused(string path)
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);

        var write = await editor.WriteAsync(path, "# A", EditorClient.Absent);
        var read = await editor.ReadAsync(path);

        Assert.Equal((400, 400), (write.Status, read.Status));
        Assert.Equal("urn:kapfunctions:problem:path-invalid", write.Json.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("posts/large.md", (1 << 20) + 1)]
    [InlineData("media/large.mp4", (25 << 20) + 1)]
    public async Task A_file_beyond_its_limit_is_refused_with_a_sentence(string path, int bytes)
    {
        await using var site = await TestSite.StartAsync();

        var write = await new EditorClient(site).WriteAsync(path, new byte[bytes], EditorClient.Absent);

        Assert.Equal(413, write.Status);
        Assert.Contains("MiB", write.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Media_of_the_largest_size_are_taken_and_listed()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);

        var written = await editor.WriteAsync("media/talk.mp3", new byte[25 << 20], EditorClient.Absent);
        var listed = await editor.SendAsync(HttpMethod.Get, "/api/editor/media");

        Assert.Equal(200, written.Status);
        var file = Assert.Single(listed.Json.GetProperty("files").EnumerateArray());
        Assert.Equal("media/talk.mp3", file.GetProperty("path").GetString());
        Assert.Equal("audio/mpeg", file.GetProperty("content_type").GetString());
        Assert.Equal(25 << 20, file.GetProperty("size").GetInt64());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_restore_that_makes_no_sense_is_refused(string body)
    {
        await using var site = await TestSite.StartAsync();

        var reply = await new EditorClient(site).SendAsync(
            HttpMethod.Post,
            "/api/editor/files/restore",
            new StringContent(body)
        );

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Nobody_reads_or_writes_without_a_key()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var address in new[] { "posts", "media", $"files?path={Path}", $"files/versions?path={Path}" })
        {
            Assert.Equal(401, (await site.GetAsync($"/api/editor/{address}")).Status);
        }

        using var write = new HttpRequestMessage(HttpMethod.Put, $"/api/editor/files?path={Path}");
        Assert.Equal(401, (await site.SendAsync(write)).Status);
    }

    private static string ETagOf(Reply written) => written.Json.GetProperty("etag").GetString()!;
}
