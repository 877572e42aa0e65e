using System.Text.Json;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Experiments 6, 7, 9, 13: events repeated, shuffled and lost leave the same end state.</summary>
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
    public async Task Edits_deletions_and_moves_of_which_no_event_told_are_found_by_one_reconcile()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        foreach (var name in new[] { "edited", "deleted", "moved" })
        {
            await instance.PublishAsync($"posts/{name}.md", $"---\nslug: {name}\n---\nBefore");
        }

        var moved = (await instance.Index.ReadPostAsync("posts/moved.md", default)).Value!.Id;
        await instance.UploadAsync("posts/edited.md", "---\nslug: edited\n---\nAfter");
        await instance.DeleteAsync("posts/deleted.md");
        await instance.UploadAsync("posts/elsewhere.md", "---\nslug: moved\n---\nBefore");
        await instance.DeleteAsync("posts/moved.md");
        await instance.UploadAsync("posts/new.md", "# New");

        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(["posts/edited.md", "posts/elsewhere.md", "posts/new.md"], rows.Keys.Order());
        Assert.All(rows.Values, row => Assert.Equal(PostState.Published, row.State));
        var body = await instance.Get<RenderedStore>().ReadBodyAsync(rows["posts/edited.md"].Body!, default);
        Assert.Equal("After", body!.PlainText.Trim());
        Assert.Equal(moved, rows["posts/elsewhere.md"].Id);
    }

    [Fact]
    public async Task A_new_file_where_a_post_moved_away_is_another_post()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: same\n---\nText");
        await instance.PublishAsync("posts/b.md", "---\nslug: same\n---\nText");
        await instance.DeleteAsync("posts/a.md");
        await instance.LookAtAsync("posts/a.md");
        await instance.PublishAsync("posts/a.md", "---\nslug: other\n---\nNews");

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.NotEqual(rows["posts/b.md"].Id, rows["posts/a.md"].Id);
        Assert.True(rows["posts/a.md"].FirstSeen > DateTimeOffset.UtcNow.AddMinutes(-5));
        await instance.ReconcileAsync();
        await instance.Storage.Index.DeleteAsync();
        await instance.ReconcileAsync();
        Assert.Equal(rows["posts/a.md"].Id, (await IndexAudit.CheckAsync(instance))["posts/a.md"].Id);
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
        Assert.IsType<Resolution.Live>(view.Resolve("one"));
        Assert.IsType<Resolution.Redirect>(view.Resolve("two"));
    }

    [Fact]
    public async Task Of_many_files_with_one_slug_one_is_live_and_each_other_one_waits()
    {
        var files = Given.Size(representative: 60, full: 300);
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        for (var file = 0; file < files; file++)
        {
            await instance.UploadAsync($"posts/{file}.md", "---\nslug: same\n---\nText.");
        }

        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Single(rows.Values, row => row.State == PostState.Published);
        Assert.Equal(files - 1, rows.Values.Count(row => row.State == PostState.Waiting));
    }

    [Fact]
    public async Task Files_that_begin_to_wait_while_the_holders_leave_get_their_slugs()
    {
        var pairs = Given.Size(representative: 30, full: 150);
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        for (var pair = 0; pair < pairs; pair++)
        {
            await instance.PublishAsync($"posts/holder{pair}.md", $"---\nslug: s{pair}\n---\nText.");
            await instance.UploadAsync($"posts/waiting{pair}.md", $"---\nslug: s{pair}\n---\nText.");
            await instance.DeleteAsync($"posts/holder{pair}.md");
        }

        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(pairs, rows.Values.Count(row => row is { State: PostState.Published, WantedSlug: null }));
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
                .Select(row => row with { SourceETag = "", OnlineETag = null, FirstSeen = default, OnlineAt = null })
                .Select(row => JsonSerializer.Serialize(row, IndexJson.Default.IndexRow)),
        ];
    }
}
