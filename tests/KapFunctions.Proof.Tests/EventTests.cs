using System.Text.Json;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Storage.Index;
using KapFunctions.Tests.Support;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiments 6, 7, 8, 9, 13: events repeated, shuffled, lost and at once leave the same end state.</summary>
public sealed class EventTests(ITestOutputHelper output)
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("posts/a.md", "# A"),
        ("posts/b.md", "---\nslug: same\n---\n# B"),
        ("posts/c.md", "---\nslug: same\n---\n# C"),
        ("posts/d.md", "---\ndraft: true\n---\n# D"),
        ("posts/e.md", "---\ntitle: [\n---\n"),
        ("pages/f.md", "---\naliases: [/old]\n---\n# F"),
        ("posts/Cafe\u0301.md", "# NFD"),
        ("posts/CAF\u00C9.md", "# NFC"),
    ];

    [Fact]
    public async Task Every_event_ten_times_and_shuffled_gives_the_rows_of_the_run_in_order()
    {
        output.WriteLine($"KAP_SEED={Given.Seed}");
        var events = Enumerable.Repeat(Files.Select(file => file.Path), 10).SelectMany(paths => paths).ToArray();
        new Random(Given.Seed).Shuffle(events);

        Assert.Equal(await RunAsync(Files.Select(file => file.Path)), await RunAsync(events));
    }

    [Fact]
    public async Task With_every_event_lost_one_reconcile_gives_the_same_rows()
    {
        Assert.Equal(await RunAsync(Files.Select(file => file.Path)), await RunAsync([]));
    }

    [Fact]
    public async Task Of_32_writers_the_last_one_wins_and_8_readers_see_the_index_only_move_forward()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var first = new Instance(account);
        await first.Storage.CreateMissingAsync();
        await using var second = new Instance(account);
        await first.ReconcileAsync();
        using var ending = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 8)
            .Select(number => Task.Run(() => WatchAsync(number % 2 == 0 ? first : second, ending.Token)))
            .ToArray();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 32),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (writer, _) =>
                await (writer % 2 == 0 ? first : second).PublishAsync("posts/a.md", $"---\nslug: a\n---\nFrom {writer}")
        );
        await first.PublishAsync("posts/a.md", "---\nslug: a\n---\nThe last one");
        await ending.CancelAsync();
        await Task.WhenAll(readers);

        var post = (await IndexAudit.CheckAsync(first))["posts/a.md"];
        var body = await first.Get<Storage.RenderedStore>().ReadBodyAsync(post.Body!, default);
        Assert.Equal("The last one", body!.PlainText.Trim());
    }

    [Fact]
    public async Task A_post_renamed_deleted_and_made_again_leaves_no_ghost()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var instance = new Instance(account);
        await instance.Storage.CreateMissingAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: one\n---\nText");
        await instance.PublishAsync("posts/a.md", "---\nslug: two\n---\nText");
        await instance.DeleteAsync("posts/a.md");
        await instance.LookAtAsync("posts/a.md");
        await instance.PublishAsync("posts/a.md", "---\nslug: one\n---\nText");
        await instance.ReconcileAsync();

        Assert.Single(await IndexAudit.CheckAsync(instance));
        using var view = await instance.ReadAsync();
        Assert.IsType<Query.Resolution.Live>(view.Resolve("one"));
        Assert.IsType<Query.Resolution.Redirect>(view.Resolve("two"));
    }

    [Fact]
    public async Task Two_posts_that_exchange_slugs_both_stay_online_and_a_third_name_mends_it()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var instance = new Instance(account);
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: one\n---\nText");
        await instance.PublishAsync("posts/b.md", "---\nslug: two\n---\nText");
        await instance.PublishAsync("posts/a.md", "---\nslug: two\n---\nText");
        await instance.PublishAsync("posts/b.md", "---\nslug: one\n---\nText");
        await instance.ReconcileAsync();
        var stuck = await IndexAudit.CheckAsync(instance);
        Assert.Equal(("one", "two"), (Slug("posts/a.md"), Slug("posts/b.md")));
        Assert.All(stuck.Values, post => Assert.NotNull(post.WantedSlug));

        await instance.PublishAsync("posts/a.md", "---\nslug: third\n---\nText");
        await instance.PublishAsync("posts/a.md", "---\nslug: two\n---\nText");
        await instance.ReconcileAsync();

        stuck = await IndexAudit.CheckAsync(instance);
        Assert.Equal(("two", "one"), (Slug("posts/a.md"), Slug("posts/b.md")));

        string Slug(string path) => stuck[path].Metadata!.Slug;
    }

    /// <summary>The rows that uploads with these events lead to, as text, without what differs from run to run.</summary>
    private static async Task<IReadOnlyList<string>> RunAsync(IEnumerable<string> events)
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.Storage.CreateMissingAsync();
        foreach (var (path, text) in Files)
        {
            await instance.UploadAsync(path, text);
        }

        await Parallel.ForEachAsync(events, async (path, _) => await instance.LookAtAsync(path));
        await instance.ReconcileAsync();
        var rows = await IndexAudit.CheckAsync(instance);
        return
        [
            .. rows
                .Values.OrderBy(row => row.Path, StringComparer.Ordinal)
                .Select(row => row with { SourceETag = "", OnlineETag = null, FirstSeen = default })
                .Select(row => JsonSerializer.Serialize(row, StorageJson.Default.IndexRow)),
        ];
    }

    private static async Task WatchAsync(Instance instance, CancellationToken ending)
    {
        var last = 0L;
        while (!ending.IsCancellationRequested)
        {
            using var view = await instance.ReadAsync();
            Assert.True(view.Position.Sequence >= last, $"{view.Position.Sequence} after {last}");
            last = view.Position.Sequence;
        }
    }
}
