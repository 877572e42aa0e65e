using Azure;
using Azure.Data.Tables;

namespace KapFunctions.Storage.Index;

/// <summary>Several commits as one table transaction: their writes, their log entries numbered on, and the head moved behind them.</summary>
internal sealed class GroupTransaction
{
    private readonly List<TableTransactionAction> actions = [];
    private readonly List<IndexCommit> members = [];

    public GroupTransaction(IReadOnlyList<IndexCommit> commits, Head head, ETag version)
    {
        var next = head;
        foreach (var commit in commits)
        {
            Add(commit, commit.Writes.Values.Select(action => MarkProvisional(action, next)));
            var touchesHistory = commit.Writes.Keys.Any(IndexKeys.IsHistory);
            foreach (var entry in commit.Entries)
            {
                next = next with { Sequence = next.Sequence + 1 };
                var numbered = entry with { Sequence = next.Sequence, TouchesHistory = touchesHistory };
                Add(commit, [LogAction(next.Epoch, numbered)]);
            }

            next = next with
            {
                Rendering = commit.RenderingBecomes ?? next.Rendering,
                Complete = next.Complete || commit.CompletesIndex,
            };
        }

        NextHead = next;
        actions.Add(new(TableTransactionActionType.UpdateReplace, IndexEntity.From(next), version));
    }

    public IReadOnlyList<TableTransactionAction> Actions => actions;

    public Head NextHead { get; }

    public int HeadIndex => actions.Count - 1;

    public bool IsLog(int index) =>
        actions[index].Entity.RowKey.StartsWith(IndexKeys.LogPrefix, StringComparison.Ordinal);

    public IndexCommit? MemberAt(int index) => index < members.Count && !IsLog(index) ? members[index] : null;

    private static TableTransactionAction MarkProvisional(TableTransactionAction action, Head head)
    {
        if (!head.Complete && action.Entity is TableEntity entity && IndexKeys.IsClaim(entity.RowKey))
        {
            entity[nameof(ClaimRow.ProvisionalIn)] = head.Epoch;
        }

        return action;
    }

    private static TableTransactionAction LogAction(string epoch, LogEntry entry) =>
        new(
            TableTransactionActionType.Add,
            IndexEntity.From(IndexKeys.Log(epoch, entry.Sequence), entry, IndexJson.Default.LogEntry)
        );

    private void Add(IndexCommit commit, IEnumerable<TableTransactionAction> added)
    {
        foreach (var action in added)
        {
            actions.Add(action);
            members.Add(commit);
        }
    }
}
