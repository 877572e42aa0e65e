using System.Net;
using System.Text.Json;
using KapFunctions.Publishing.Files;
using KapFunctions.Publishing.Repair;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Editors and operators see how the site stands, and have it made anew while readers read on.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task The_status_counts_files_by_state_and_tells_of_the_last_publish()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "# A");
        await site.UploadAsync("posts/b.md", "---\ndraft: true\n---\n# B");
        await site.UploadAsync("posts/c.md", "---\ntitle: [\n---\n");
        await site.UploadAsync("posts/d.md", "---\ndate: 2099-01-01\n---\n# D");

        var status = await WaitForAsync(
            site,
            status => status.GetProperty("posts").GetProperty("total").GetInt32() == 4
        );

        var states = status.GetProperty("posts").GetProperty("by_state");
        Assert.Equal((1, 1, 1, 1), (Of("published"), Of("draft"), Of("broken"), Of("scheduled")));
        Assert.Equal(1, status.GetProperty("posts").GetProperty("with_errors").GetInt32());
        Assert.InRange(status.GetProperty("last_publish").GetProperty("lag_seconds").GetDouble(), 0, 20);
        Assert.Equal(0, status.GetProperty("reconcile").GetProperty("failed").GetInt32());
        Assert.Equal(5, status.GetProperty("queues").GetArrayLength());

        int Of(string state) => states.GetProperty(state).GetInt32();
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_bytes_again_and_readers_never_miss_a_post()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            await site.UploadAsync($"posts/p{i}.md", $"# Post {i}");
        }

        await site.WaitAsync("/api/posts", reply => reply.Json.GetProperty("posts").GetArrayLength() == 15);
        var before = (await site.WaitAsync("/api/posts?limit=all", IsWhole)).Body;
        using var reading = new CancellationTokenSource();
        var readers = Task.Run(() => ReadUntilAsync(site, reading.Token));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/editor/rebuild");
        Assert.Equal(202, (await site.SendAsync(request, ("x-functions-key", TestSite.FunctionKey))).Status);
        await WaitForAsync(site, status => Remaining(status) is (1, 0));
        await reading.CancelAsync();

        Assert.True(await readers > 0);
        Assert.Equal(before, (await site.GetAsync("/api/posts?limit=all")).Body);
    }

    [Fact]
    public async Task A_rebuild_that_was_cut_short_is_finished_by_the_next_reconcile()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "# A");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);

        // As if the process had died right after the first write.
        await site.Services.GetRequiredService<SitePublisher>().AskForRebuildAsync(default);
        await WaitForAsync(site, status => Remaining(status) is (1, 1));
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);

        await WaitForAsync(site, status => Remaining(status) is (1, 0));
    }

    private static (int Number, int Remaining) Remaining(JsonElement status)
    {
        var rebuild = status.GetProperty("rebuild");
        return (rebuild.GetProperty("number").GetInt32(), rebuild.GetProperty("remaining").GetInt32());
    }

    private static async Task<JsonElement> WaitForAsync(TestSite site, Func<JsonElement, bool> isExpected) =>
        (await site.WaitAsync("/api/editor/status", reply => reply.Status == 200 && isExpected(reply.Json))).Json;

    private static bool IsWhole(Reply reply) => reply.Json.GetProperty("posts").GetArrayLength() == 20;

    private static async Task<int> ReadUntilAsync(TestSite site, CancellationToken ending)
    {
        var reads = 0;
        for (; !ending.IsCancellationRequested; reads++)
        {
            Assert.True(IsWhole(await site.GetAsync("/api/posts?limit=all")));
        }

        return reads;
    }
}
