using System.Text;
using System.Text.Json;
using KapFunctions.Following.Webhooks;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests.Editor;

/// <summary>Who wrote what is told to editors, and to nobody else.</summary>
public sealed class WriterTests
{
    private const string Path = "posts/a.md";

    [Fact]
    public async Task History_names_who_wrote_each_version_and_who_deleted_it()
    {
        await using var site = await TestSite.StartAsync();
        var anna = new EditorClient(site, await site.MakeKeyAsync(Role.Editor, "Änna"));
        var ben = new EditorClient(site, await site.MakeKeyAsync(Role.Editor, "ben"));
        var first = EtagOf(await anna.WriteAsync(Path, "# One", EditorClient.Absent));
        var second = EtagOf(await ben.WriteAsync(Path, "# Two", first));

        Assert.Equal(["ben", "Änna"], await WritersAsync(anna));
        await site.UploadAsync(Path, "# By a storage tool");
        Assert.Null((await WritersAsync(anna))[0]);
        var now = (await anna.ReadAsync(Path)).ETag;
        Assert.NotEqual(second, now);
        Assert.Equal(200, (await anna.DeleteAsync(Path, now)).Status);
        Assert.Equal(["Änna"], await WritersAsync(ben));
    }

    [Fact]
    public async Task The_file_and_its_row_say_who_and_when_and_a_lost_index_forgets_it_not()
    {
        await using var site = await TestSite.StartAsync();
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var anna = new EditorClient(site, await site.MakeKeyAsync(Role.Editor, "anna"));
        await anna.WriteAsync(Path, "# One", EditorClient.Absent);

        var kept = (await site.Storage.Content.GetBlobClient(Path).GetPropertiesAsync()).Value.Metadata;
        Assert.Equal("anna", kept["kapby"]);
        var row = (await site.Services.GetRequiredService<IndexReader>().ReadPostAsync(Path, default)).Value!;
        Assert.Equal("anna", row.Written!.By);
        Assert.InRange(row.Written.At, before, DateTimeOffset.UtcNow);
    }

    /// <summary>As the release before reads and writes it: the field is one that it does not know.</summary>
    [Fact]
    public void A_row_without_a_writer_is_written_as_before()
    {
        var row = new PostRow
        {
            Path = Path,
            Id = "0123456789abcdef01234567",
            FirstSeen = default,
            SourceETag = "e",
        };

        Assert.DoesNotContain("written", Encoding.UTF8.GetString(IndexRows.Write(row)));
    }

    [Fact]
    public async Task Status_and_webhooks_name_them_and_the_public_log_does_not()
    {
        await using var site = await TestSite.StartAsync();
        var anna = new EditorClient(site, await site.MakeKeyAsync(Role.Editor, "Anna Zebrafinch"));
        var written = EtagOf(await anna.WriteAsync(Path, "# One", EditorClient.Absent));

        var status = await site.WaitAsync("/api/editor/status", reply => reply.Body.Contains(Path));
        Assert.Equal("Anna Zebrafinch", status.Json.GetProperty("last_publish").GetProperty("by").GetString());
        Assert.Equal(200, (await anna.DeleteAsync(Path, written)).Status);
        var index = site.Services.GetRequiredService<IndexReader>();
        var head = (await index.ReadHeadAsync(default))!;
        var bodies = new List<string>();
        await foreach (var entry in index.ReadLogAsync(head.Epoch, 0, default))
        {
            var told = await site
                .Services.GetRequiredService<WebhookEventFactory>()
                .OfAsync(entry, new(head.Epoch, entry.Sequence), default);
            bodies.AddRange(told.Select(WebhookJson.BodyOf));
        }

        foreach (var type in new[] { "post.published", "post.unpublished" })
        {
            Assert.Contains(bodies, body => body.Contains(type) && body.Contains("\"by\":\"Anna Zebrafinch\""));
        }

        foreach (
            var address in new[]
            {
                $"/api/changes?since={new LogPosition(head.Epoch, 0)}",
                "/api/posts",
                "/rss.xml",
                "/",
            }
        )
        {
            var reply = await site.GetAsync(address);
            Assert.Equal(200, reply.Status);
            Assert.DoesNotContain("Zebrafinch", reply.Body);
        }
    }

    [Fact]
    public async Task A_next_version_names_its_author_and_the_live_one_who_published_it()
    {
        await using var site = await TestSite.StartAsync();
        var ben = new EditorClient(site, await site.MakeKeyAsync(Role.Author, "ben"));
        var anna = new EditorClient(site, await site.MakeKeyAsync(Role.Editor, "anna"));
        await anna.WriteAsync(Path, "# Old", EditorClient.Absent);
        var live = (await anna.ReadAsync(Path)).ETag;
        var next = await ben.SendAsync(
            HttpMethod.Put,
            $"/api/editor/next?path={Path}&base={Uri.EscapeDataString(live)}",
            new StringContent("# New"),
            ("If-None-Match", "*")
        );

        var listed = await anna.SendAsync(HttpMethod.Get, "/api/editor/next");
        Assert.Equal("ben", listed.Json.GetProperty("files")[0].GetProperty("by").GetString());
        var published = await anna.SendAsync(
            HttpMethod.Post,
            "/api/editor/next/publish",
            new StringContent(JsonSerializer.Serialize(new { path = Path, etag = EtagOf(next) }))
        );
        Assert.Equal(200, published.Status);
        Assert.Equal("anna", (await WritersAsync(anna))[0]);
    }

    private static async Task<IReadOnlyList<string?>> WritersAsync(EditorClient editor) =>
        [
            .. (await editor.SendAsync(HttpMethod.Get, $"/api/editor/files/versions?path={Path}"))
                .Json.GetProperty("versions")
                .EnumerateArray()
                .Select(version => version.GetProperty("written"))
                .Select(written =>
                    written.ValueKind == JsonValueKind.Null ? null : written.GetProperty("by").GetString()
                ),
        ];

    private static string EtagOf(Reply reply) => reply.Json.GetProperty("etag").GetString()!;
}
