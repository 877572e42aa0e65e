using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests;

/// <summary>What somebody breaks by hand is survived, and the next reconcile repairs it.</summary>
public sealed class RepairTests
{
    private const string Path = "posts/a.md";

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_lost_body_or_good_source_is_put_back(bool losesBody, bool losesGood)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A");
        var row = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        await LoseAsync(instance, losesBody ? row.Body : null, losesGood ? row.Good : null);

        await instance.ReconcileAsync();

        await IndexAudit.CheckAsync(instance);
    }

    [Fact]
    public async Task The_lost_body_of_a_post_whose_source_is_broken_by_now_is_made_from_its_good_source()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A");
        await instance.PublishAsync(Path, "---\ntitle: [\n---\n");
        var row = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        await LoseAsync(instance, row.Body);

        await instance.ReconcileAsync();

        await IndexAudit.CheckAsync(instance);
        Assert.Equal(PostState.Published, (await instance.Index.ReadPostAsync(Path, default)).Value!.State);
    }

    /// <summary>In Azure the app has its rights on each container, queue and table, not on the account they are made in.</summary>
    [Fact]
    public async Task An_identity_that_may_not_make_what_is_there_reconciles_all_the_same()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await instance.UploadAsync(Path, "# A");
        account.Plan = new(seed: 0, rate: 1, Fault.Forbidden) { Of = MakesSomething };

        await instance.ReconcileAsync();

        Assert.Equal(PostState.Published, (await instance.Index.ReadPostAsync(Path, default)).Value!.State);
        Assert.Contains(account.Calls, MakesSomething);
    }

    [Fact]
    public async Task A_post_whose_claim_was_lost_can_leave_its_slug()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync(Path, "# A");
        await instance.Storage.Index.DeleteEntityAsync("site", IndexKeys.Claim("a"));
        await instance.DeleteAsync(Path);

        await instance.LookAtAsync(Path);

        Assert.Empty(await IndexAudit.CheckAsync(instance));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{\"$type\":\"post\"}")]
    public async Task A_row_corrupted_by_hand_is_written_anew(string json)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A");
        await instance.PublishAsync("posts/b.md", "# B");
        await instance.Storage.Index.UpsertEntityAsync(
            new TableEntity("site", IndexKeys.Post(Path)) { ["Data0"] = json },
            TableUpdateMode.Replace
        );

        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal([PostState.Published, PostState.Published], posts.Values.Select(post => post.State));
    }

    [Fact]
    public async Task A_row_deleted_by_hand_is_written_anew_and_the_post_keeps_its_id()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A");
        var before = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        await instance.Storage.Index.DeleteEntityAsync("site", before.Key);

        await instance.ReconcileAsync();

        var after = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        Assert.True(after.IsSameAs(before with { OnlineAt = after.OnlineAt }));
        using var view = await instance.ReadAsync();
        Assert.NotNull(view.FindByPath(Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_entry_of_the_log_lost_or_corrupted_keeps_no_reader_from_what_is_online(bool isLost)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A");
        await instance.ReconcileAsync();
        (await instance.ReadAsync()).Dispose();
        await instance.PublishAsync("posts/b.md", "# B");
        var head = (await instance.Index.ReadHeadAsync(default))!;
        var entry = new TableEntity("site", IndexKeys.Log(head.Epoch, head.Sequence)) { ["Data0"] = "{" };
        await (
            isLost
                ? instance.Storage.Index.DeleteEntityAsync(entry)
                : instance.Storage.Index.UpsertEntityAsync(entry, TableUpdateMode.Replace)
        );

        using var view = await instance.ReadAsync();

        Assert.NotNull(view.FindByPath("posts/b.md"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_that_was_lost_or_corrupted_by_hand_is_made_again(bool isLost)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "---\nslug: first\n---\n# A");
        await instance.ReconcileAsync();
        await HarmClaimAsync(instance, "first", isLost);

        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/b.md", "---\nslug: first\n---\n# B");

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal((PostState.Published, PostState.Waiting), (posts[Path].State, posts["posts/b.md"].State));
    }

    [Fact]
    public async Task Who_took_a_slug_whose_claim_was_lost_has_it_and_the_other_waits()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "---\nslug: first\n---\n# A");
        await instance.ReconcileAsync();
        await HarmClaimAsync(instance, "first", isLost: true);
        await instance.PublishAsync("posts/b.md", "---\nslug: first\n---\n# B");

        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal((PostState.Waiting, PostState.Published), (posts[Path].State, posts["posts/b.md"].State));
        await instance.DeleteAsync("posts/b.md");
        await instance.LookAtAsync("posts/b.md");
        Assert.Equal(PostState.Published, (await IndexAudit.CheckAsync(instance))[Path].State);
    }

    [Fact]
    public async Task A_body_corrupted_by_hand_is_never_served_and_is_written_anew()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A");
        var row = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        var rendered = instance.Get<RenderedStore>();
        await instance
            .Storage.Rendered.GetBlobClient(row.Body)
            .UploadAsync(BinaryData.FromString("{"), overwrite: true);

        Assert.Null(await rendered.ReadBodyAsync(row.Body!, default));
        await instance.ReconcileAsync();

        Assert.NotNull(await rendered.ReadBodyAsync(row.Body!, default));
    }

    [Fact]
    public async Task A_body_that_somebody_wrote_other_words_into_is_never_served_and_is_written_anew()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A\n\nTrue words");
        var row = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        var blob = instance.Storage.Rendered.GetBlobClient(row.Body);
        var body = await blob.DownloadContentAsync();
        var changed = body.Value.Content.ToString().Replace("True", "False", StringComparison.Ordinal);
        await blob.UploadAsync(
            BinaryData.FromString(changed),
            new BlobUploadOptions { Metadata = body.Value.Details.Metadata }
        );

        Assert.Null(await instance.Get<RenderedStore>().ReadBodyAsync(row.Body!, default));
        await instance.ReconcileAsync();

        var again = await instance.Get<RenderedStore>().ReadBodyAsync(row.Body!, default);
        Assert.Contains("True words", again!.PlainText);
    }

    [Fact]
    public async Task A_kept_source_that_somebody_wrote_other_words_into_counts_as_lost_and_never_as_an_empty_file()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "# A\n\nTrue words");
        var row = (await instance.Index.ReadPostAsync(Path, default)).Value!;
        var blob = instance.Storage.Rendered.GetBlobClient(row.Good);
        var good = await blob.DownloadContentAsync();
        await blob.UploadAsync(
            BinaryData.FromString("# A\n\nFalse words"),
            new BlobUploadOptions { Metadata = good.Value.Details.Metadata }
        );

        Assert.Null(await instance.Get<RenderedStore>().ReadGoodAsync(row.Good!, default));
    }

    [Fact]
    public async Task A_table_wiped_while_running_comes_back_whole_with_its_history()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "---\nslug: first\n---\n# A");
        await instance.PublishAsync(Path, "---\nslug: second\n---\n# A");
        await instance.PublishAsync("posts/gone.md", "# Gone");
        await instance.DeleteAsync("posts/gone.md");
        await instance.LookAtAsync("posts/gone.md");
        await instance.ReconcileAsync();
        (await instance.ReadAsync()).Dispose();

        await instance.Storage.Index.DeleteAsync();
        using (var during = instance.Get<Query.Replicas.ReadModel>().Read())
        {
            Assert.NotNull(during.FindByPath(Path));
        }

        await instance.ReconcileAsync();

        await IndexAudit.CheckAsync(instance, replays: false);
        using var view = await instance.ReadAsync();
        Assert.IsType<Resolution.Redirect>(view.Resolve("first"));
        Assert.IsType<Resolution.Gone>(view.Resolve("gone"));
    }

    [Fact]
    public async Task Append_and_page_blobs_are_published_like_any_other()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        var append = instance.Storage.Content.GetAppendBlobClient("posts/append.md");
        await append.CreateAsync();
        await append.AppendBlockAsync(new MemoryStream("# Appended"u8.ToArray()));
        var page = instance.Storage.Content.GetPageBlobClient("posts/page.md");
        await page.CreateAsync(512);

        await instance.ReconcileAsync();

        var posts = await IndexAudit.CheckAsync(instance);
        Assert.Equal(PostState.Published, posts["posts/append.md"].State);
        Assert.Equal(PostState.Broken, posts["posts/page.md"].State);
    }

    private static async Task HarmClaimAsync(Instance instance, string slug, bool isLost)
    {
        var claim = new TableEntity("site", IndexKeys.Claim(slug)) { ["Data0"] = "{" };
        await (
            isLost
                ? instance.Storage.Index.DeleteEntityAsync(claim)
                : instance.Storage.Index.UpsertEntityAsync(claim, TableUpdateMode.Replace)
        );
    }

    private static async Task LoseAsync(Instance instance, params string?[] names)
    {
        foreach (var name in names.OfType<string>())
        {
            await instance.Storage.Rendered.DeleteBlobAsync(name);
        }
    }

    /// <summary>Its path names the account and one thing in it: a container or a queue, or the list of tables.</summary>
    private static bool MakesSomething(StorageCall call) =>
        call.Target.Split('?')[0].Trim('/').Split('/') is [_, var name]
        && (call.Method, name) is ("PUT", _) or ("POST", "Tables");
}
