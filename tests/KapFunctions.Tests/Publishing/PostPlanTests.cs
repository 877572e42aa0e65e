using Azure;
using Azure.Data.Tables;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Publishing.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Tests.Publishing;

/// <summary>What a publish writes, as it is decided: without storage, from what was read of it.</summary>
public sealed class PostPlanTests
{
    private const string Path = "posts/hello.md";
    private const string Other = "posts/other.md";

    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly RowVersion Read = new ETag("read");

    [Fact]
    public void A_new_file_becomes_a_post_with_a_claim_an_identity_and_an_entry()
    {
        var plan = Planned(New(), Good("hello"));

        Assert.Equal((PostState.Published, true, "etag-1"), (plan.Row.State, plan.Row.Announced, plan.Row.OnlineETag));
        Assert.Equal(TableTransactionActionType.Add, plan.Commit.Writes[IndexKeys.Post(Path)].ActionType);
        Assert.Equal(TableTransactionActionType.Add, plan.Commit.Writes[IndexKeys.Claim("hello")].ActionType);
        Assert.Equal(TableTransactionActionType.Add, plan.Commit.Writes[IndexKeys.Identity(Path)].ActionType);
        Assert.Equal([(ChangeKind.Published, "hello")], Told(plan.Commit));
    }

    [Fact]
    public void A_file_that_says_what_its_row_says_writes_nothing()
    {
        var first = Planned(New(), Good("hello")).Row;
        // Readers have seen it by the second look, and its row says so from then on.
        var row = Planned(Seen(first), Good("hello"), Owning(first)).Row;

        Assert.Equal((false, true), (first.WasSeen, row.WasSeen));
        Assert.Null(PostPlan.ForRendering(Seen(row), Good("hello"), Owning(row), Noon));
    }

    [Fact]
    public void A_changed_post_is_written_only_over_the_row_that_was_read()
    {
        var row = Planned(New(), Good("hello")).Row;
        var plan = Planned(Seen(row), Good("hello", etag: "etag-2"), Owning(row), Noon.AddHours(1));

        var write = plan.Commit.Writes[IndexKeys.Post(Path)];
        Assert.Equal((TableTransactionActionType.UpdateReplace, "read"), (write.ActionType, write.ETag.ToString()));
        Assert.Equal([(ChangeKind.Updated, "hello")], Told(plan.Commit));
    }

    [Fact]
    public void A_post_whose_slug_is_held_waits_and_tells_readers_nothing()
    {
        var holder = Planned(New(Other), Good("hello")).Row;
        var plan = Planned(New(), Good("hello"), Holding(holder));

        Assert.Equal((PostState.Waiting, "hello", false), (plan.Row.State, plan.Row.WantedSlug, plan.Row.Announced));
        Assert.DoesNotContain(IndexKeys.Claim("hello"), plan.Commit.Writes.Keys);
        Assert.Contains(IndexKeys.Waiting("hello", Path), plan.Commit.Writes.Keys);
        Assert.Equal([(ChangeKind.Internal, "hello")], Told(plan.Commit));
    }

    /// <summary>A holder that leaves just then has not seen who begins to wait.</summary>
    [Fact]
    public void Who_begins_to_wait_demands_that_the_holder_is_still_the_one_that_was_read()
    {
        var holder = Planned(New(Other), Good("hello")).Row;
        var plan = Planned(New(), Good("hello"), Holding(holder));

        var write = plan.Commit.Writes[IndexKeys.Post(Other)];
        Assert.Equal((TableTransactionActionType.UpdateMerge, "read"), (write.ActionType, write.ETag.ToString()));
    }

    [Fact]
    public void A_slug_that_readers_saw_leaves_a_trace_when_it_changes()
    {
        var row = Planned(New(), Good("hello")).Row;
        var plan = Planned(Seen(row), Good("hi"), Neighbours.None, Noon.AddHours(1));

        Assert.Equal(TableTransactionActionType.Delete, plan.Commit.Writes[IndexKeys.Claim("hello")].ActionType);
        Assert.Contains(IndexKeys.Departure("hello"), plan.Commit.Writes.Keys);
        Assert.Equal([(ChangeKind.Redirected, "hi")], Told(plan.Commit));
    }

    [Fact]
    public void A_slug_that_only_a_draft_had_leaves_none()
    {
        var row = Planned(New(), Good("hello", draft: true)).Row;
        var plan = Planned(Seen(row), Good("hi", draft: true), Neighbours.None, Noon.AddHours(1));

        Assert.DoesNotContain(IndexKeys.Departure("hello"), plan.Commit.Writes.Keys);
        Assert.Equal([(ChangeKind.Internal, "hi")], Told(plan.Commit));
    }

    [Fact]
    public void A_broken_file_leaves_online_what_is_and_history_keeps_it()
    {
        var row = Planned(New(), Good("hello")).Row;
        var broken = Good("hello", etag: "etag-2") with { Good = null, Errors = 1, Report = "reports/1" };
        var plan = Planned(Seen(row), broken, Owning(row), Noon.AddHours(1));

        Assert.Equal(("etag-2", "etag-1", row.Body), (plan.Row.SourceETag, plan.Row.OnlineETag, plan.Row.Body));
        var identity = (TableEntity)plan.Commit.Writes[IndexKeys.Identity(Path)].Entity;
        Assert.Contains("etag-1", IndexEntity.TextOf(identity, nameof(KeptRow)));
        Assert.Equal([(ChangeKind.Internal, "hello")], Told(plan.Commit));
    }

    [Fact]
    public void A_post_of_tomorrow_is_told_of_tomorrow()
    {
        var tomorrow = Noon.AddDays(1);
        var planned = Planned(New(), Good("hello", date: tomorrow));
        Assert.Equal([(ChangeKind.Internal, "hello")], Told(planned.Commit));
        Assert.Contains(IndexKeys.Due(tomorrow, Path), planned.Commit.Writes.Keys);

        var boundary = PostPlan.ForBoundary(
            new(new DueRow(tomorrow, Path), Read),
            new(planned.Row, Read),
            tomorrow.AddSeconds(30)
        );
        Assert.Equal([(ChangeKind.Published, "hello")], Told(boundary));
        Assert.Equal(TableTransactionActionType.Delete, boundary.Writes[IndexKeys.Due(tomorrow, Path)].ActionType);
    }

    [Fact]
    public void Who_waited_is_the_same_post_moved_when_the_holder_goes()
    {
        var holder = Planned(New(Other), Good("hello")).Row;
        var waiting = Planned(New(), Good("hello"), Holding(holder), Noon.AddHours(1)).Row;

        var commit = Removal(holder, next: waiting);

        Assert.Equal([(ChangeKind.Updated, "hello")], Told(commit));
        var up = Assert.IsType<PostRow>(commit.Entries[0].Rows.Single(row => row.Key == waiting.Key).Row);
        Assert.Equal((PostState.Published, holder.Id, holder.FirstSeen), (up.State, up.Id, up.FirstSeen));
        Assert.DoesNotContain(IndexKeys.Departure("hello"), commit.Writes.Keys);
        Assert.Equal(TableTransactionActionType.UpsertReplace, commit.Writes[IndexKeys.Claim("hello")].ActionType);
    }

    [Fact]
    public void What_was_deleted_and_had_been_seen_is_gone_and_what_had_not_leaves_nothing()
    {
        var seen = Planned(New(), Good("hello")).Row;
        var hidden = Planned(New(), Good("hello", draft: true)).Row;

        Assert.Equal([(ChangeKind.Unpublished, "hello")], Told(Removal(seen)));
        Assert.Contains(IndexKeys.Departure("hello"), Removal(seen).Writes.Keys);
        Assert.DoesNotContain(IndexKeys.Departure("hello"), Removal(hidden).Writes.Keys);
    }

    private static IndexCommit Removal(PostRow row, PostRow? next = null) =>
        PostPlan.ForRemoval(Seen(row), next is null ? default : new(next, Read), Noon.AddHours(2), goneAt: null)!;

    private static PlannedPost Planned(
        ObservedPost seen,
        Rendering rendering,
        Neighbours? neighbours = null,
        DateTimeOffset? at = null
    ) => PostPlan.ForRendering(seen, rendering, neighbours ?? Neighbours.None, at ?? Noon)!;

    private static ObservedPost New(string path = Path) => new(path, default, default);

    private static ObservedPost Seen(PostRow row) => new(row.Path, new(row, Read), default);

    private static Neighbours Owning(PostRow row) => Holding(row) with { Holder = default };

    private static Neighbours Holding(PostRow holder) =>
        new(new(new ClaimRow(holder.Metadata!.Slug, holder.Path), Read), new(holder, Read), default);

    private static Rendering Good(string slug, string etag = "etag-1", bool draft = false, DateTimeOffset? date = null)
    {
        var metadata = new PostMetadata
        {
            Title = "Hello",
            Slug = slug,
            Draft = draft,
            Date = date,
        };
        var good = new GoodVersion(metadata, $"bodies/{etag}", $"good/{etag}", etag, default);
        return new(etag, Noon.AddDays(-1), UploadedAt: null, Report: null, 0, 0, default, new SiteRow(), good);
    }

    private static IEnumerable<(ChangeKind Kind, string? Slug)> Told(IndexCommit commit) =>
        commit.Entries.Select(entry => (entry.Kind, entry.Slug));
}
