using System.Net;
using System.Text;
using System.Text.Json;
using KapFunctions.Publishing.Repair;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>What a running host is told that makes no sense, and what is broken under its feet: survived, reported, repaired.</summary>
public sealed class BadEventTests
{
    private const string Events = StorageNames.ContentEventsQueue;

    [Theory]
    [InlineData("no base64 at all")]
    [InlineData("e30=")]
    [InlineData("W10x")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJzdWJqZWN0Ijo3fQ==")]
    public async Task A_malformed_message_ends_in_the_poison_queue_which_the_status_shows_and_others_are_handled(
        string message
    )
    {
        await using var site = await TestSite.StartAsync();
        await site.Storage.Queues.GetQueueClient(Events).SendMessageAsync(message);
        await site.UploadAsync("posts/a.md", "# A");

        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        await site.WaitAsync("/api/editor/status", reply => DepthOf(reply, Events + StorageNames.PoisonSuffix) == 1);

        await site.DeleteAsync("posts/a.md");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("/blobServices/default/containers/other/blobs/posts/a.md")]
    [InlineData("/blobServices/default/containers/content-old/blobs/posts/a.md")]
    [InlineData("/blobServices/default/containers/content/blobs/")]
    [InlineData("/blobServices/default/containers/content/blobs/media/a.md")]
    [InlineData("/blobServices/default/containers/content/blobs/posts/../../etc/passwd.md")]
    public async Task An_event_of_something_else_is_passed_over(string subject)
    {
        await using var site = await TestSite.StartAsync();
        var told = JsonSerializer.Serialize(new[] { new { subject, eventType = "Microsoft.Storage.BlobCreated" } });
        await site
            .Storage.Queues.GetQueueClient(Events)
            .SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(told)));

        await site.WaitAsync("/api/editor/status", reply => reply.Status == 200 && DepthOf(reply, Events) == 0);

        var status = await site.WaitAsync("/api/editor/status", HttpStatusCode.OK);
        Assert.Equal(0, DepthOf(status, Events + StorageNames.PoisonSuffix));
        Assert.Equal(0, status.Json.GetProperty("posts").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_table_wiped_under_a_running_host_costs_readers_nothing_and_comes_back()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\nslug: old\n---\nText");
        await site.WaitAsync("/api/posts/old", HttpStatusCode.OK);
        await site.UploadAsync("posts/a.md", "---\nslug: new\n---\nText");
        var before = await site.WaitAsync("/api/posts/new", HttpStatusCode.OK);
        await ReconcileAsync(site);

        await site.Storage.Index.DeleteAsync();
        Assert.Equal(before.Body, (await site.GetAsync("/api/posts/new")).Body);
        await ReconcileAsync(site);

        Assert.Equal(before.Body, (await site.GetAsync("/api/posts/new")).Body);
        Assert.Equal(301, (await site.GetAsync("/api/posts/old")).Status);
        await site.UploadAsync("posts/b.md", "# B");
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_was_lost_is_a_503_then_repaired_and_the_reconcile_reports_one_that_nobody_read()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "# A");
        await site.UploadAsync("posts/b.md", "# B");
        await site.WaitAsync(
            "/api/posts?fields=slug",
            reply => reply.Body.Contains("\"a\"") && reply.Body.Contains("\"b\"")
        );
        // Who published it has it still.
        await using var reader = await TestSite.StartAsync(site.ConnectionString);
        await LoseBodyAsync(site, "posts/a.md");

        Assert.Equal(503, (await reader.GetAsync("/api/posts/a/html")).Status);
        await reader.WaitAsync("/api/posts/a/html", HttpStatusCode.OK);
        await reader.WaitAsync("/api/posts?fields=slug", reply => reply.Body.Contains("\"b\""));

        await LoseBodyAsync(site, "posts/b.md");
        await ReconcileAsync(site);
        var status = await site.WaitAsync("/api/editor/status", HttpStatusCode.OK);
        Assert.Equal(1, status.Json.GetProperty("reconcile").GetProperty("damaged").GetInt32());
        Assert.Equal(200, (await site.GetAsync("/api/posts/b/html")).Status);
    }

    private static async Task LoseBodyAsync(TestSite site, string path)
    {
        var row = await site.Services.GetRequiredService<IndexReader>().ReadPostAsync(path, default);
        await site.Storage.Rendered.GetBlobClient(row.Value!.Body).DeleteAsync();
    }

    private static Task ReconcileAsync(TestSite site) =>
        site.Services.GetRequiredService<Reconciler>().RunAsync(default);

    private static int DepthOf(Reply status, string queue) =>
        status.Status == 200
            ? status
                .Json.GetProperty("queues")
                .EnumerateArray()
                .Single(one => one.GetProperty("name").GetString() == queue)
                .GetProperty("messages")
                .GetInt32()
            : -1;
}
