using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Schedule;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Whoever builds a site incrementally follows the log of changes.</summary>
public sealed class ChangesTests
{
    private readonly ShiftedClock clock = new();

    [Fact]
    public async Task A_follower_hears_of_a_post_s_whole_life_in_order()
    {
        await using var site = await TestSite.StartAsync();
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();

        await site.UploadAsync("posts/a.md", "# First");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        await site.UploadAsync("posts/a.md", "# Second");
        await site.WaitAsync("/api/posts/a", reply => reply.Body.Contains("Second"));
        await site.UploadAsync("posts/a.md", "---\nslug: b\n---\n# Third");
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
        await site.DeleteAsync("posts/a.md");
        await site.WaitAsync("/api/posts/b", HttpStatusCode.Gone);

        var page = (await site.GetAsync($"/api/changes?since={start}")).Json;
        Assert.Equal(["published a", "updated a", "redirected b", "unpublished b"], Told(page));
        Assert.Equal("a", page.GetProperty("changes")[2].GetProperty("former_slug").GetString());
        Assert.False(page.GetProperty("more").GetBoolean());
        Assert.Empty(Told((await site.GetAsync($"/api/changes?since={page.GetProperty("next").GetString()}")).Json));
    }

    [Fact]
    public async Task Drafts_and_problems_are_nobody_else_s_business()
    {
        await using var site = await TestSite.StartAsync();
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();

        await site.UploadAsync("posts/draft.md", "---\ndraft: true\ntitle: Secret\n---\n");
        await site.UploadAsync("posts/broken.md", "---\ntitle: [\n");
        await site.WaitForProblemsAsync("posts/broken.md");
        await site.UploadAsync("posts/c.md", "# C");
        await site.WaitAsync("/api/posts/c", HttpStatusCode.OK);

        Assert.Equal(["published c"], Told((await site.GetAsync($"/api/changes?since={start}")).Json));
    }

    [Fact]
    public async Task A_scheduled_post_is_told_of_once_when_it_comes_due_and_once_when_it_expires()
    {
        await using var site = await TestSite.StartAsync(configure: With(clock));
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();
        var (due, ends) = (DateTime.UtcNow.AddDays(1), DateTime.UtcNow.AddDays(3));
        await site.UploadAsync("posts/later.md", $"---\ndate: {due:O}\nexpires: {ends:O}\n---\n# Later");
        await site.UploadAsync("posts/now.md", "# Now");
        await site.WaitAsync("/api/posts/now", HttpStatusCode.OK);

        await AnnounceAsync(site);
        Assert.Equal(["published now"], Told((await site.GetAsync($"/api/changes?since={start}")).Json));

        clock.Advance(TimeSpan.FromDays(2));
        await Task.WhenAll(AnnounceAsync(site), AnnounceAsync(site), AnnounceAsync(site));
        clock.Advance(TimeSpan.FromDays(2));
        await AnnounceAsync(site);
        await AnnounceAsync(site);

        Assert.Equal(
            ["published now", "published later", "unpublished later"],
            Told((await site.GetAsync($"/api/changes?since={start}")).Json)
        );
    }

    /// <summary>Nobody looks every minute: the message that a publish left becomes visible at the moment itself.</summary>
    [Fact]
    public async Task A_post_that_comes_due_in_a_moment_is_told_of_at_its_moment()
    {
        await using var site = await TestSite.StartAsync();
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();
        await site.UploadAsync("posts/soon.md", $"---\ndate: {DateTime.UtcNow.AddSeconds(5):O}\n---\n# Soon");

        var told = await site.WaitAsync($"/api/changes?since={start}", reply => Told(reply.Json).Any());

        Assert.Equal(["published soon"], Told(told.Json));
    }

    [Fact]
    public async Task Moments_ahead_leave_one_message_unless_an_earlier_one_comes_or_they_are_far_off()
    {
        await using var site = await TestSite.StartAsync();
        var signal = site.Services.GetRequiredService<FollowerSignal>();
        var queue = site.Storage.Queues.GetQueueClient(StorageNames.WebhookQueue);
        async Task<int> WaitingAfterAsync(params double[] minutes)
        {
            await signal.SendAtFirstAsync(minutes.Select(DateTimeOffset.UtcNow.AddMinutes), default);
            return (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
        }

        Assert.Equal(0, await WaitingAfterAsync());
        Assert.Equal(0, await WaitingAfterAsync(-1, 20, 600));
        Assert.Equal(1, await WaitingAfterAsync(9, 5));
        Assert.Equal(1, await WaitingAfterAsync(6));
        Assert.Equal(2, await WaitingAfterAsync(3));
        Assert.Equal(2, await WaitingAfterAsync(4, 5));
    }

    [Theory]
    [InlineData("0123456789abcdef.1", 410)]
    [InlineData("nonsense", 400)]
    [InlineData(".", 400)]
    public async Task A_cursor_of_another_log_says_where_to_start_anew(string cursor, int status)
    {
        await using var site = await TestSite.StartAsync();

        var reply = await site.GetAsync($"/api/changes?since={cursor}");

        Assert.Equal(status, reply.Status);
        if (status == 410)
        {
            var start = reply.Json.GetProperty("detail").GetString()!.Split("since=")[1];
            Assert.Equal(200, (await site.GetAsync($"/api/changes?since={start}")).Status);
        }
    }

    [Fact]
    public async Task A_cursor_behind_more_than_the_last_100_000_changes_says_where_to_start_anew()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "# A");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();
        await MoveHeadAsync(site, by: IndexLogTrim.Kept + 1);

        var tooOld = await site.GetAsync($"/api/changes?since={start}");
        var justKnown = await site.GetAsync("/api/changes");

        Assert.Equal(410, tooOld.Status);
        Assert.Equal(200, justKnown.Status);
    }

    [Fact]
    public async Task A_change_that_the_log_has_lost_is_passed_over_by_nobody()
    {
        await using var site = await TestSite.StartAsync();
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString()!;
        await site.UploadAsync("posts/a.md", "# A");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        await site.UploadAsync("posts/b.md", "# B");
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
        var cursor = LogPosition.Parse(start)!;
        await site.Storage.Index.DeleteEntityAsync("site", IndexKeys.Log(cursor.Epoch, cursor.Sequence + 1));

        Assert.Equal(410, (await site.GetAsync($"/api/changes?since={start}")).Status);
        var behind = cursor with { Sequence = cursor.Sequence + 1 };
        Assert.Equal(["published b"], Told((await site.GetAsync($"/api/changes?since={behind}")).Json));
    }

    private static async Task MoveHeadAsync(TestSite site, int by)
    {
        var head = (await site.Storage.Index.GetEntityAsync<TableEntity>("site", IndexKeys.Head)).Value;
        head[nameof(Head.Sequence)] = head.GetInt64(nameof(Head.Sequence)) + by;
        await site.Storage.Index.UpdateEntityAsync(head, head.ETag, TableUpdateMode.Replace);
    }

    private static Action<IServiceCollection> With(TimeProvider clock) => services => services.AddSingleton(clock);

    private static Task AnnounceAsync(TestSite site) =>
        site.Services.GetRequiredService<DueAnnouncer>().RunAsync(default);

    private static IEnumerable<string> Told(JsonElement page) =>
        page.GetProperty("changes")
            .EnumerateArray()
            .Select(change => $"{change.GetProperty("kind")} {change.GetProperty("slug")}");
}
