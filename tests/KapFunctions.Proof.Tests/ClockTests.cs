using System.Net;
using KapFunctions.Content.Sources;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Repair;
using KapFunctions.Publishing.Schedule;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiment 10: instances whose clocks are a day off. What is in the index agrees; only what time decides follows each clock.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task An_instance_a_day_off_and_a_right_one_leave_the_same_index(int days)
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var right = new Instance(account);
        await using var wrong = new Instance(account, ClockOff(days));
        await right.ReconcileAsync();
        for (var post = 0; post < 12; post++)
        {
            await right.UploadAsync($"posts/p{post}.md", $"---\nslug: s{post / 2}\n---\nText {post}");
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 12),
            async (post, _) => await (post % 2 == 0 ? right : wrong).LookAtAsync($"posts/p{post}.md")
        );
        await wrong.DeleteAsync("posts/p0.md");
        await wrong.LookAtAsync("posts/p0.md");
        await wrong.ReconcileAsync();
        await right.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(right);
        Assert.Equal(11, rows.Count);
        Assert.Equal(6, rows.Values.Count(row => row.State == PostState.Published));
        using var one = await right.ReadAsync();
        using var other = await wrong.ReadAsync();
        Assert.IsType<Resolution.Live>(one.Resolve("s0"));
        // Behind by a day, it is yesterday there, when none of this was uploaded yet.
        Assert.IsType(days > 0 ? typeof(Resolution.Live) : typeof(Resolution.NotFound), other.Resolve("s0"));
    }

    [Fact]
    public async Task A_sweep_by_a_clock_a_day_ahead_takes_nothing_that_was_put_a_moment_ago()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var right = new Instance(account);
        await using var ahead = new Instance(account, ClockOff(days: 1));
        await right.ReconcileAsync();
        await right.PublishAsync("posts/a.md", "# A");
        await right.ReconcileAsync();
        var source = new SourceFile("posts/b.md", "# B"u8.ToArray());
        await right.Get<RenderedStore>().PutGoodAsync(RenderedStore.GoodName(source), source, default);

        await ahead.Get<Sweeper>().RunAsync(default);

        Assert.NotNull(await right.Get<RenderedStore>().ReadGoodAsync(RenderedStore.GoodName(source), default));
        await IndexAudit.CheckAsync(right);
    }

    [Fact]
    public async Task A_scheduled_post_appears_by_the_clock_of_the_instance_that_is_asked_and_is_told_of_once()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var right = new Instance(account);
        await using var ahead = new Instance(account, ClockOff(days: 1));
        await right.ReconcileAsync();
        await right.PublishAsync("posts/a.md", $"---\ndate: {DateTime.UtcNow.AddHours(2):O}\n---\n# A");

        await right.Get<DueAnnouncer>().RunAsync(default);
        await ahead.Get<DueAnnouncer>().RunAsync(default);
        await right.Get<DueAnnouncer>().RunAsync(default);

        using (var seenRight = await right.ReadAsync())
        {
            Assert.Null(seenRight.FindBySlug(null, "a"));
        }

        using (var seenAhead = await ahead.ReadAsync())
        {
            Assert.NotNull(seenAhead.FindBySlug(null, "a"));
        }

        var head = (await right.Index.ReadHeadAsync(default))!;
        var told = await right
            .Index.ReadLogAsync(head.Epoch, after: 0, default)
            .Where(entry => entry.Kind == ChangeKind.Published)
            .ToListAsync();
        Assert.Single(told);
        await IndexAudit.CheckAsync(right);
    }

    /// <summary>A machine that slept, one whose clock was set, one that was set back.</summary>
    [Fact]
    public async Task While_the_clock_jumps_to_and_fro_what_is_published_is_shown_and_what_is_to_come_is_not()
    {
        var clock = new ShiftedClock();
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton<TimeProvider>(clock)
        );
        await site.UploadAsync("posts/soon.md", $"---\ndate: {DateTime.UtcNow.AddDays(1):O}\n---\n# Soon");
        await site.WaitAsync("/api/editor/posts", reply => reply.Body.Contains("posts/soon.md"));
        foreach (var (days, isDue) in ((int, bool)[])[(2, true), (-2, false), (-400, false), (402, true), (-2, false)])
        {
            clock.Advance(TimeSpan.FromDays(days));
            await site.UploadAsync("posts/a.md", $"---\ndate: 2020-01-01\n---\nAfter a jump of {days} days");

            await site.WaitAsync("/api/posts/a/html", reply => reply.Body.Contains($"jump of {days} days"));
            await site.WaitAsync("/api/posts?fields=slug", reply => reply.Body.Contains("soon") == isDue);
            await site.WaitAsync("/api/posts/soon", isDue ? HttpStatusCode.OK : HttpStatusCode.NotFound);
            await site.WaitAsync("/api/health/ready", HttpStatusCode.OK);
        }
    }

    private static ShiftedClock ClockOff(int days)
    {
        var clock = new ShiftedClock();
        clock.Advance(TimeSpan.FromDays(days));
        return clock;
    }
}
