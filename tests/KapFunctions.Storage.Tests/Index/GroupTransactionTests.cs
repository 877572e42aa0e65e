using Azure;
using Azure.Data.Tables;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Index;

/// <summary>Several publishes in one table transaction.</summary>
public sealed class GroupTransactionTests
{
    private static readonly Head Head = new("epoch", 10, Complete: true, "rendering");
    private static readonly ETag Version = new("head-read");

    [Fact]
    public void Entries_of_the_log_are_numbered_on_across_the_publishes()
    {
        var transaction = Of(Publish("a", entries: 2), Publish("b", entries: 1));

        Assert.Equal(
            [11L, 12, 13],
            transaction.Actions.Where((_, index) => transaction.IsLog(index)).Select(action => EntryOf(action).Sequence)
        );
        Assert.Equal(13, transaction.NextHead.Sequence);
    }

    [Fact]
    public void The_head_moves_last_and_only_from_where_it_was_read()
    {
        var transaction = Of(Publish("a", entries: 1));

        var last = transaction.Actions[transaction.HeadIndex];
        Assert.Equal(transaction.Actions.Count - 1, transaction.HeadIndex);
        Assert.Equal((TableTransactionActionType.UpdateReplace, Version), (last.ActionType, last.ETag));
        Assert.Equal(transaction.NextHead, IndexEntity.ReadHead((TableEntity)last.Entity));
    }

    [Fact]
    public void A_write_that_fails_is_known_to_be_of_its_publish_and_an_entry_or_the_head_of_none()
    {
        var (first, second) = (Publish("a", entries: 1), Publish("b", entries: 1));
        var transaction = Of(first, second);

        Assert.Equal(
            [first, null, second, null, null],
            Enumerable.Range(0, transaction.Actions.Count).Select(transaction.MemberAt)
        );
    }

    [Fact]
    public void An_entry_says_whether_its_publish_touches_history()
    {
        var without = new IndexCommit();
        without.Put(new DueRow(DateTimeOffset.UnixEpoch, "posts/a.md"));
        without.Log(ChangeKind.Internal, DateTimeOffset.UnixEpoch, "posts/a.md", null, null);
        var transaction = Of(without, Publish("b", entries: 1));

        Assert.Equal(
            [false, true],
            transaction
                .Actions.Where((_, index) => transaction.IsLog(index))
                .Select(action => EntryOf(action).TouchesHistory)
        );
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "epoch")]
    public void A_claim_is_provisional_while_the_index_is_not_complete(bool isComplete, string? epoch)
    {
        var transaction = new GroupTransaction(
            [Publish("a", entries: 0)],
            Head with
            {
                Complete = isComplete,
            },
            Version
        );

        var claim = (TableEntity)transaction.Actions[0].Entity;
        Assert.Equal(epoch, IndexEntity.TextOf(claim, nameof(ClaimRow.ProvisionalIn)));
    }

    [Fact]
    public void What_completes_the_index_leaves_it_complete_for_whoever_comes_behind()
    {
        var incomplete = Head with { Complete = false };
        var transaction = new GroupTransaction([new() { CompletesIndex = true }, Publish("a", 0)], incomplete, Version);

        Assert.True(transaction.NextHead.Complete);
        Assert.Null(IndexEntity.TextOf((TableEntity)transaction.Actions[0].Entity, nameof(ClaimRow.ProvisionalIn)));
    }

    [Fact]
    public void Settings_are_in_force_from_the_commit_that_brings_them() =>
        Assert.Equal("new", Of(new IndexCommit { RenderingBecomes = "new" }, new()).NextHead.Rendering);

    private static GroupTransaction Of(params IndexCommit[] commits) => new(commits, Head, Version);

    private static IndexCommit Publish(string slug, int entries)
    {
        var commit = new IndexCommit();
        commit.Put(new ClaimRow(slug, $"posts/{slug}.md"), ifMatch: null);
        for (var i = 0; i < entries; i++)
        {
            commit.Log(ChangeKind.Published, DateTimeOffset.UnixEpoch, $"posts/{slug}.md", "id", slug);
        }

        return commit;
    }

    private static LogEntry EntryOf(TableTransactionAction action) =>
        IndexEntity.Read((TableEntity)action.Entity, IndexJson.Default.LogEntry)!;
}
