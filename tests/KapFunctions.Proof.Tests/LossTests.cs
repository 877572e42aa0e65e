using Azure;
using Azure.Data.Tables;
using KapFunctions.Content;
using KapFunctions.Content.Text;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests;

/// <summary>An index that is lost, in whole or in part, comes back as it was: content, good sources and history are enough.</summary>
public sealed class LossTests
{
    private const string Broken = "---\ntitle: [\n---\n";

    [Fact]
    public async Task A_good_version_outlives_the_loss_of_the_table_though_its_file_is_broken_by_now()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: a\n---\ngood");
        await instance.PublishAsync("posts/a.md", Broken);
        await instance.ReconcileAsync();
        var before = (await instance.Index.ReadPostAsync("posts/a.md", default)).Value!;

        await LoseTableAsync(instance);
        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        var after = posts["posts/a.md"];
        Assert.True(after.IsSameAs(before with { OnlineAt = after.OnlineAt }));
        await instance.PublishAsync("posts/a.md", "---\nslug: a\n---\nmended");
        Assert.Null((await instance.Index.ReadHistoryOfAsync("posts/a.md", default)).Kept);
    }

    [Fact]
    public async Task A_version_that_was_withdrawn_stays_hidden_through_the_loss_of_the_table()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: a\n---\ngood");
        await instance.PublishAsync("posts/a.md", "---\nslug: b\ndraft: true\n\nNever closed.");
        await instance.ReconcileAsync();
        var before = (await instance.Index.ReadPostAsync("posts/a.md", default)).Value!;
        Assert.Equal((PostState.Draft, "a", 1), (before.State, before.Metadata!.Slug, before.Errors));
        Assert.True((await instance.Index.ReadHistoryOfAsync("posts/a.md", default)).Kept!.IsHidden);

        await LoseTableAsync(instance);
        await instance.ReconcileAsync();

        var after = (await IndexAudit.CheckAsync(instance))["posts/a.md"];
        // That readers once saw a draft is in no history, be it withdrawn or its author's wish.
        Assert.True(after.IsSameAs(before with { OnlineAt = after.OnlineAt, WasSeen = after.WasSeen }));
    }

    [Fact]
    public async Task A_good_version_outlives_it_too_though_its_file_wants_a_slug_that_is_taken()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: a\n---\ngood");
        await instance.PublishAsync("posts/b.md", "---\nslug: b\n---\nother");
        await instance.PublishAsync("posts/a.md", "---\nslug: b\n---\nwants more");
        await instance.ReconcileAsync();

        await LoseTableAsync(instance);
        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal(("a", "b"), (posts["posts/a.md"].Metadata!.Slug, posts["posts/a.md"].WantedSlug));
        Assert.Equal("b", posts["posts/b.md"].Metadata!.Slug);
    }

    [Theory]
    [InlineData("posts/a.md", "posts/b.md")]
    [InlineData("posts/b.md", "posts/a.md")]
    public async Task Who_held_a_slug_before_the_loss_holds_it_after_whoever_is_looked_at_first(
        string holder,
        string waiting
    )
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync(holder, "---\nslug: same\n---\nholds");
        await instance.PublishAsync(waiting, "---\nslug: same\n---\nwaits");
        await instance.ReconcileAsync();

        await LoseTableAsync(instance);
        await instance.LookAtAsync(waiting);
        await instance.LookAtAsync(holder);
        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal((PostState.Published, PostState.Waiting), (posts[holder].State, posts[waiting].State));
    }

    [Fact]
    public async Task What_went_or_moved_while_the_index_was_away_leaves_its_trace_all_the_same()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/gone.md", "---\nslug: gone\n---\nText");
        await instance.PublishAsync("posts/moved.md", "---\nslug: old\n---\nText");
        await instance.PublishAsync("posts/waits.md", "---\nslug: old\n---\nText");
        await instance.ReconcileAsync();

        await LoseTableAsync(instance);
        await instance.DeleteAsync("posts/gone.md");
        await instance.UploadAsync("posts/moved.md", "---\nslug: new\n---\nText");
        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        using var view = await instance.ReadAsync();
        Assert.IsType<Resolution.Gone>(view.Resolve("gone"));
        Assert.IsType<Resolution.Live>(view.Resolve("new"));
        Assert.Equal(PostState.Published, posts["posts/waits.md"].State);
    }

    [Fact]
    public async Task A_lost_head_alone_is_made_anew_and_publishing_goes_on_under_the_site_s_settings()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("site.yaml", "language: de");
        await instance.PublishAsync("posts/a.md", "# A");
        await instance.ReconcileAsync();

        await instance.Storage.Index.DeleteEntityAsync("site", IndexKeys.Head);
        await instance.PublishAsync("posts/b.md", "# B");
        await instance.ReconcileAsync();

        Assert.Equal(2, (await IndexAudit.CheckAsync(instance, replays: false)).Count);
    }

    [Theory]
    [InlineData("Epoch")]
    [InlineData("Sequence")]
    public async Task A_head_corrupted_by_hand_is_made_anew(string property)
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "# A");
        var head = (await instance.Storage.Index.GetEntityAsync<TableEntity>("site", IndexKeys.Head)).Value;
        head[property] = property == "Epoch" ? "" : 0L;
        await instance.Storage.Index.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);

        await instance.PublishAsync("posts/b.md", "# B");
        await instance.ReconcileAsync();

        Assert.Equal(2, (await IndexAudit.CheckAsync(instance, replays: false)).Count);
    }

    [Fact]
    public async Task A_site_s_row_lost_after_a_rebuild_stops_no_publish_for_longer_than_a_reconcile()
    {
        await using var instance = await StartAsync();
        await instance.Get<SitePublisher>().AskForRebuildAsync(default);
        await instance.PublishAsync("posts/a.md", "# A");
        await instance.Storage.Index.DeleteEntityAsync("site", IndexKeys.Site);
        instance.Get<CurrentSite>().Forget();

        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/b.md", "# B");

        Assert.Equal(2, (await IndexAudit.CheckAsync(instance, replays: false)).Count);
    }

    [Fact]
    public async Task Two_instances_that_meet_an_empty_table_restore_its_history_once_and_neither_overwrites_the_other()
    {
        var account = await SharedAzurite.NewAccountAsync();
        await using var first = new Instance(account);
        await using var second = new Instance(account);
        await first.ReconcileAsync();
        for (var post = 0; post < 120; post++)
        {
            await first.UploadAsync($"posts/p{post}.md", $"---\nslug: old{post}\n---\nText");
        }

        await first.ReconcileAsync();
        await LoseTableAsync(first);
        for (var post = 0; post < 120; post++)
        {
            await first.UploadAsync($"posts/p{post}.md", $"---\nslug: new{post}\n---\nText");
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 120),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (post, _) => await (post % 2 == 0 ? first : second).LookAtAsync($"posts/p{post}.md")
        );
        await second.ReconcileAsync();

        Assert.Equal(120, (await IndexAudit.CheckAsync(first)).Count);
        using var view = await first.ReadAsync();
        Assert.All(Enumerable.Range(0, 120), post => Assert.IsType<Resolution.Redirect>(view.Resolve($"old{post}")));
    }

    [Fact]
    public async Task A_copy_of_the_history_that_breaks_off_leaves_the_one_before_in_place()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync("posts/a.md", "# A");
        await instance.ReconcileAsync();
        var whole = await ReadCopyAsync(instance);
        await instance.PublishAsync("posts/b.md", "# B");
        account.BeforeForwarding = call =>
        {
            account.Plan = call.Target.Contains("identity%3A", StringComparison.OrdinalIgnoreCase)
                ? new(seed: 0, rate: 1, Fault.ServerError)
                : FaultPlan.Calm;
            return Task.CompletedTask;
        };
        var head = (await instance.Index.ReadHeadAsync(default))!;

        await Assert.ThrowsAnyAsync<Exception>(() => instance.Get<IndexHistory>().SaveAsync(head, default));
        account.Mend();

        Assert.Equal(whole, await ReadCopyAsync(instance));
        await instance.ReconcileAsync();
        Assert.NotEqual(whole, await ReadCopyAsync(instance));
    }

    [Fact]
    public async Task A_table_wiped_while_its_history_is_copied_does_not_wipe_the_copy()
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = new Instance(account.DirectConnectionString);
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync("posts/a.md", "# A");
        await instance.ReconcileAsync();
        var whole = await ReadCopyAsync(instance);
        await instance.PublishAsync("posts/b.md", "# B");
        var head = (await instance.Index.ReadHeadAsync(default))!;
        var wiped = 0;
        account.BeforeForwarding = async call =>
        {
            if (
                call.Target.Contains("claim%3A", StringComparison.OrdinalIgnoreCase)
                && Interlocked.Exchange(ref wiped, 1) == 0
            )
            {
                await LoseTableAsync(editor);
                await editor.Storage.Index.CreateAsync();
            }
        };

        await instance.Get<IndexHistory>().SaveAsync(head, default);

        Assert.Equal(1, wiped);
        Assert.Equal(whole, await ReadCopyAsync(instance));
    }

    [Fact]
    public async Task A_copy_of_the_history_that_somebody_corrupted_keeps_no_index_from_being_made()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "# A");
        await instance.ReconcileAsync();
        await instance
            .Storage.Rendered.GetBlobClient("history/current.jsonl.gz")
            .UploadAsync(BinaryData.FromString("no gzip"), overwrite: true);

        await LoseTableAsync(instance);
        await instance.ReconcileAsync();

        Assert.Single(await IndexAudit.CheckAsync(instance));
    }

    [Fact]
    public async Task What_a_newer_program_rendered_is_left_alone_even_while_it_waits()
    {
        await using var instance = await StartAsync();
        await instance.PublishAsync("posts/a.md", "---\nslug: same\n---\nText");
        await instance.PublishAsync("posts/b.md", "---\nslug: same\n---\nText");
        foreach (var path in new[] { "posts/a.md", "posts/b.md" })
        {
            var row = await instance.Index.ReadPostAsync(path, default);
            var commit = new IndexCommit();
            var newer = row.Value! with { Renderer = PostRenderer.Version + 1 };
            commit.Put(newer, row.ETag);
            commit.Log(
                ChangeKind.Internal,
                DateTimeOffset.UtcNow,
                path,
                newer.Id,
                null,
                new RowChange(newer.Key, newer)
            );
            Assert.True(await instance.Get<IndexWriter>().CommitAsync(commit, default));
        }

        await instance.ReconcileAsync();

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.All(rows.Values, row => Assert.Equal(PostRenderer.Version + 1, row.Renderer));
    }

    private static async Task<Instance> StartAsync()
    {
        var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        return instance;
    }

    private static async Task LoseTableAsync(Instance instance) => await instance.Storage.Index.DeleteAsync();

    private static async Task<string> ReadCopyAsync(Instance instance)
    {
        var copy = await instance.Storage.Rendered.GetBlobClient("history/current.jsonl.gz").DownloadContentAsync();
        return Convert.ToBase64String(copy.Value.Content.ToMemory().Span);
    }
}
