using Azure;
using Azure.Data.Tables;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Index;

/// <summary>Under which conditions a publish writes: they alone keep two instances from overwriting each other.</summary>
public sealed class IndexCommitTests
{
    private const string Path = "posts/a.md";

    private static readonly RowVersion Read = new ETag("read");

    private readonly IndexCommit commit = new();

    [Fact]
    public void A_row_that_nobody_read_must_not_be_there_yet()
    {
        commit.Put(new ClaimRow("a", Path), ifMatch: null);

        Assert.Equal(TableTransactionActionType.Add, Written(IndexKeys.Claim("a")).ActionType);
    }

    [Fact]
    public void A_row_that_was_read_must_still_be_the_same()
    {
        commit.Put(new ClaimRow("a", Path), Read);

        var write = Written(IndexKeys.Claim("a"));
        Assert.Equal((TableTransactionActionType.UpdateReplace, "read"), (write.ActionType, write.ETag.ToString()));
    }

    [Fact]
    public void What_matters_to_nobody_is_written_over_whatever_stands_there()
    {
        commit.Put(new ClaimRow("a", Path), RowVersion.Any);
        commit.Put(new WaitingRow("b", Path));
        commit.Put(new DueRow(DateTimeOffset.UnixEpoch, Path));

        Assert.All(
            commit.Writes.Values,
            write => Assert.Equal(TableTransactionActionType.UpsertReplace, write.ActionType)
        );
    }

    [Fact]
    public void A_row_that_is_only_required_is_touched_and_keeps_what_it_says()
    {
        commit.RequirePost(Path, Read);

        var write = Written(IndexKeys.Post(Path));
        Assert.Equal((TableTransactionActionType.UpdateMerge, "read"), (write.ActionType, write.ETag.ToString()));
        Assert.Empty(Data(write));
    }

    [Fact]
    public void Which_version_stays_online_is_said_beside_the_identity_and_without_a_word_on_it()
    {
        commit.Put(new KeptRow(Path, "good/1", "etag"));

        var write = Written(IndexKeys.Identity(Path));
        Assert.Equal(TableTransactionActionType.UpsertMerge, write.ActionType);
        Assert.Equal([nameof(KeptRow)], Data(write));
    }

    [Fact]
    public void An_identity_and_what_is_kept_beside_it_are_one_write()
    {
        commit.Put(new IdentityRow(Path, "id", DateTimeOffset.UnixEpoch), Read);
        commit.RemoveKept(Path);

        var write = Assert.Single(commit.Writes).Value;
        Assert.Equal((TableTransactionActionType.UpdateReplace, "read"), (write.ActionType, write.ETag.ToString()));
        Assert.Null(IndexEntity.TextOf((TableEntity)write.Entity, nameof(KeptRow)));
    }

    [Fact]
    public void Only_the_removal_of_what_may_be_gone_is_forgotten()
    {
        commit.RemoveClaim("a");
        commit.RemoveClaim("b", Read);
        commit.Put(new ClaimRow("c", Path), ifMatch: null);

        Assert.Equal(
            [true, false, false, false],
            "aabc".Select(slug => commit.ForgetRemoval(IndexKeys.Claim($"{slug}")))
        );
        Assert.Equal(2, commit.Writes.Count);
    }

    private TableTransactionAction Written(string key) => commit.Writes[key];

    private static IEnumerable<string> Data(TableTransactionAction write) =>
        ((TableEntity)write.Entity).Keys.Where(name =>
            name is not ("PartitionKey" or "RowKey" or "odata.etag" or "Timestamp")
        );
}
