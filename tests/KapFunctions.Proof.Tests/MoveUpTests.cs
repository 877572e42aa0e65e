using KapFunctions.Content;
using KapFunctions.Content.Text;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Commits;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests;

/// <summary>A post that waits for a slug gets it only as its file is now, however the slug becomes free.</summary>
public sealed class MoveUpTests
{
    private const string Holder = "posts/holder.md";
    private const string Waits = "posts/waits.md";
    private const string Public = "---\nslug: one\n---\nPublic for now.";
    private const string Private = "---\nslug: one\ndraft: true\n---\nPrivate since.";
    private const string Renamed = "---\nslug: elsewhere\n---\nText";

    /// <summary>How the holder goes, and what the author makes of the file that waits; null deletes it.</summary>
    public static TheoryData<string?, string?> Departures =>
        new()
        {
            { null, Private },
            { null, null },
            { null, "---\nslug: one\ndate: 2099-01-01\n---\nLater." },
            { null, "---\nslug: third\n---\nAt another address." },
            { null, "---\ntitle: [\n---\n" },
            { Renamed, Private },
            { Renamed, null },
            { Renamed, "---\nslug: third\n---\nAt another address." },
        };

    [Theory]
    [MemberData(nameof(Departures))]
    public async Task What_waits_is_not_published_as_it_was_when_the_holder_is_looked_at_first(
        string? holder,
        string? waiting
    )
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);

        await ChangeAsync(instance, Waits, waiting);
        await ChangeAsync(instance, Holder, holder);
        await instance.LookAtAsync(Holder, LookReason.Changed);

        await AssertNeverSeenAsync(instance);
        var rows = await IndexAudit.CheckAsync(instance);
        await instance.LookAtAsync(Waits, LookReason.Changed);
        await instance.ReconcileAsync();
        Assert.Equal(States(rows), States(await IndexAudit.CheckAsync(instance)));
        await AssertNeverSeenAsync(instance);
    }

    [Theory]
    [MemberData(nameof(Departures))]
    public async Task Nor_when_no_event_told_of_either_and_a_reconcile_finds_both(string? holder, string? waiting)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);

        await ChangeAsync(instance, Waits, waiting);
        await ChangeAsync(instance, Holder, holder);
        await instance.ReconcileAsync();

        await AssertNeverSeenAsync(instance);
        await IndexAudit.CheckAsync(instance);
    }

    [Fact]
    public async Task What_it_says_now_has_the_slug_as_soon_as_the_holder_was_looked_at()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);

        await instance.UploadAsync(Waits, "---\nslug: one\n---\nCorrected.");
        await instance.DeleteAsync(Holder);
        await instance.LookAtAsync(Holder, LookReason.Changed);

        await AssertNeverSeenAsync(instance);
        Assert.Equal(PostState.Published, (await IndexAudit.CheckAsync(instance))[Waits].State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("---\nslug: third\n---\nAt another address.")]
    public async Task The_second_in_line_has_the_slug_where_the_first_no_longer_wants_it(string? first)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);
        await instance.PublishAsync("posts/waits-too.md", "---\nslug: one\n---\nSecond in line.");

        await ChangeAsync(instance, Waits, first);
        await instance.DeleteAsync(Holder);
        await instance.LookAtAsync(Holder, LookReason.Changed);

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(
            ("one", PostState.Published),
            (rows["posts/waits-too.md"].Metadata!.Slug, rows["posts/waits-too.md"].State)
        );
        await AssertNeverSeenAsync(instance);
    }

    [Fact]
    public async Task A_holder_that_becomes_a_draft_keeps_its_slug_and_nobody_moves_up()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);

        await instance.UploadAsync(Waits, Private);
        await instance.PublishAsync(Holder, "---\nslug: one\ndraft: true\n---\nKept back.");

        await AssertNeverSeenAsync(instance);
        Assert.Equal("one", (await IndexAudit.CheckAsync(instance))[Waits].WantedSlug);
    }

    /// <summary>It was asked for, and became private before the commit: the look at it makes the commit stale.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(Renamed)]
    public async Task It_is_not_published_where_it_was_made_a_draft_and_looked_at_after_it_was_asked_for(string? holder)
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = new Instance(account.DirectConnectionString);
        await using var slow = new Instance(account.ConnectionString);
        await CollideAsync(editor);
        await ChangeAsync(editor, Holder, holder);

        await BeforeCommitAsync(account, () => editor.PublishAsync(Waits, Private), () => slow.LookAtAsync(Holder));

        await AssertNeverSeenAsync(editor);
        Assert.Equal(PostState.Draft, (await IndexAudit.CheckAsync(editor))[Waits].State);
    }

    /// <summary>The look at it comes after the commit: then readers see it only until that look is done.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(Renamed)]
    public async Task It_is_withdrawn_by_the_look_at_it_where_it_was_made_a_draft_after_it_was_asked_for(string? holder)
    {
        await using var account = await Given.NewAccountAsync();
        await using var editor = new Instance(account.DirectConnectionString);
        await using var slow = new Instance(account.ConnectionString);
        await CollideAsync(editor);
        await ChangeAsync(editor, Holder, holder);

        await BeforeCommitAsync(account, () => editor.UploadAsync(Waits, Private), () => slow.LookAtAsync(Holder));
        await editor.LookAtAsync(Waits, LookReason.Changed);

        var rows = await IndexAudit.CheckAsync(editor);
        Assert.Equal(PostState.Draft, rows[Waits].State);
        using var site = await editor.ReadAsync();
        Assert.Null(site.FindBySlug(null, "one"));
    }

    [Fact]
    public async Task What_older_rules_made_of_it_is_looked_at_again_before_anybody_sees_it()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);
        // As a renderer left it that read this file as public.
        await instance.PublishAsync(Waits, Private);
        var row = await instance.Index.ReadPostAsync(Waits, default);
        var older = row.Value! with
        {
            Renderer = PostRenderer.Version - 1,
            Metadata = row.Value.Metadata! with { Draft = false },
        };
        var commit = new IndexCommit();
        commit.Put(older, row.ETag);
        commit.Log(ChangeKind.Internal, DateTimeOffset.UtcNow, Waits, older.Id, "one", new RowChange(older.Key, older));
        Assert.True(await instance.Get<IndexWriter>().CommitAsync(commit, default));

        await instance.DeleteAsync(Holder);
        await instance.LookAtAsync(Holder, LookReason.Changed);

        await AssertNeverSeenAsync(instance);
        Assert.Equal(PostState.Draft, (await IndexAudit.CheckAsync(instance))[Waits].State);
    }

    [Fact]
    public async Task Neither_the_holder_nor_its_address_is_lost_where_the_next_slug_turns_out_to_be_taken()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await CollideAsync(instance);
        await instance.PublishAsync("posts/third.md", "---\nslug: elsewhere\n---\nThird.");

        await instance.PublishAsync(Holder, Renamed);

        var rows = await IndexAudit.CheckAsync(instance);
        Assert.Equal(("one", "elsewhere"), (rows[Holder].Metadata!.Slug, rows[Holder].WantedSlug));
        Assert.Equal(PostState.Waiting, rows[Waits].State);
    }

    private static async Task CollideAsync(Instance instance)
    {
        await instance.ReconcileAsync();
        await instance.PublishAsync(Holder, "---\nslug: one\n---\nText");
        await instance.PublishAsync(Waits, Public);
    }

    private static Task ChangeAsync(Instance instance, string path, string? text) =>
        text is null ? instance.DeleteAsync(path) : instance.UploadAsync(path, text);

    /// <summary>Runs <paramref name="meanwhile"/> when <paramref name="slow"/> has asked for everything and commits.</summary>
    private static async Task BeforeCommitAsync(FaultyAccount account, Func<Task> meanwhile, Func<Task> slow)
    {
        var stopped = 0;
        account.BeforeForwarding = call =>
            call.Target.Contains("$batch", StringComparison.Ordinal) && Interlocked.Exchange(ref stopped, 1) == 0
                ? meanwhile()
                : Task.CompletedTask;
        await slow();
        Assert.Equal(1, stopped);
        Assert.Contains(
            account.Calls,
            call => call.Method == "HEAD" && call.Target.Contains(Waits, StringComparison.Ordinal)
        );
    }

    /// <summary>Whoever followed the log was never shown the version that waited.</summary>
    private static async Task AssertNeverSeenAsync(Instance instance)
    {
        var head = (await instance.Index.ReadHeadAsync(default))!;
        var shown = (await instance.Index.ReadLogAsync(head.Epoch, after: 0, default).ToListAsync())
            .SelectMany(entry => entry.Rows)
            .Select(change => change.Row)
            .OfType<PostRow>()
            .Where(row => row.Path == Waits && row.IsVisible(DateTimeOffset.UtcNow));
        Assert.DoesNotContain(shown, row => row.Metadata!.Excerpt == "Public for now." || row.Metadata.Draft);
    }

    private static IEnumerable<(string, PostState, string?)> States(Dictionary<string, PostRow> rows) =>
        rows
            .Values.OrderBy(row => row.Path, StringComparer.Ordinal)
            .Select(row => (row.Path, row.State, row.Metadata?.Slug));
}
