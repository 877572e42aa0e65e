using System.Diagnostics;
using System.Net;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading.Snapshots;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>What is served is of this moment, and a new instance soon knows it.</summary>
public sealed class FreshnessTests
{
    [Fact]
    public async Task The_process_that_committed_a_post_shows_it_long_before_its_next_look_at_the_log_is_due()
    {
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton<TimeProvider>(new SlowTimer())
        );
        for (var post = 0; post < 2; post++)
        {
            await site.UploadAsync($"posts/p{post}.md", "# Hello");
            var uploaded = Stopwatch.GetTimestamp();
            await site.WaitAsync($"/api/posts/p{post}", HttpStatusCode.OK);
            Assert.InRange(Stopwatch.GetElapsedTime(uploaded), TimeSpan.Zero, SlowTimer.NextLook / 2);
        }
    }

    [Fact]
    public async Task A_list_of_the_last_hour_is_another_an_hour_later_though_nothing_was_published()
    {
        var clock = new ShiftedClock();
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton<TimeProvider>(clock)
        );
        await site.UploadAsync("posts/hello.md", "# Hello");
        await site.WaitAsync("/api/posts/hello", HttpStatusCode.OK);
        const string LastHour = "/api/posts?filter=published_at:>now-1h";
        var before = await site.GetAsync(LastHour);

        clock.Advance(TimeSpan.FromHours(2));
        var after = await site.GetAsync(LastHour);

        Assert.Equal((1, 0), (CountOf(before), CountOf(after)));
        Assert.Equal("public, max-age=0, s-maxage=0", before.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task A_new_instance_of_a_large_site_starts_from_its_snapshot_and_what_was_published_since()
    {
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton(new SnapshotPolicy(MinFiles: 2, MinChanges: 1_000))
        );
        await site.UploadAsync("posts/one.md", "# One");
        await site.UploadAsync("posts/two.md", "# Two");
        await site.WaitAsync("/api/posts/one", HttpStatusCode.OK);
        await site.WaitAsync("/api/posts/two", HttpStatusCode.OK);
        var saver = site.Services.GetRequiredService<SnapshotSaver>();
        await saver.RunAsync(default);
        var kept = await site.Services.GetRequiredService<SnapshotStore>().ReadStateAsync(default);
        await site.UploadAsync("posts/three.md", "# Three");
        await site.WaitAsync("/api/posts/three", HttpStatusCode.OK);

        var folder = Directory.CreateTempSubdirectory("kap-snapshot-");
        using (var replica = new Replica(folder.FullName))
        using (var instance = new ReadModel(replica, WithoutRows(site), TimeProvider.System))
        {
            await instance.RefreshAsync(default);
            using var view = instance.Read();
            Assert.Equal(3, view.Browse(new PostQuery()).Total);
        }

        folder.Delete(recursive: true);
        await saver.RunAsync(default);
        Assert.Equal(kept, await site.Services.GetRequiredService<SnapshotStore>().ReadStateAsync(default));
    }

    [Fact]
    public async Task A_small_site_has_no_snapshot()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/one.md", "# One");
        await site.WaitAsync("/api/posts/one", HttpStatusCode.OK);

        await site.Services.GetRequiredService<SnapshotSaver>().RunAsync(default);

        Assert.Null(await site.Services.GetRequiredService<SnapshotStore>().ReadStateAsync(default));
    }

    private static ReplicaSource WithoutRows(TestSite site) =>
        site.Services.GetRequiredService<ReplicaSource>() with
        {
            ReadRows = _ => throw new InvalidOperationException("The rows are not read where there is a snapshot."),
        };

    private static int CountOf(Reply reply) => reply.Json.GetProperty("posts").GetArrayLength();

    /// <summary>The real time of day, while durations seem to be a fraction of what they are.</summary>
    private sealed class SlowTimer : TimeProvider
    {
        private const int Slowness = 80;

        /// <summary>How long a quarter of a second takes.</summary>
        public static readonly TimeSpan NextLook = TimeSpan.FromMilliseconds(250) * Slowness;

        public override long GetTimestamp() => base.GetTimestamp() / Slowness;
    }
}
