using System.Threading.Channels;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Index;

/// <summary>Commits to the index, many publishes to a transaction, so that a folder of posts does not queue up behind one row.
/// One transaction is under way at a time in a process; other processes contend for the head and retry with jitter.</summary>
public sealed class IndexWriter : IAsyncDisposable
{
    /// <summary>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions</summary>
    private const int MaxTransactionRows = 100;

    /// <summary>Of the 4 MiB that a transaction may have; same source. A row that is too large for the service is larger than
    /// this by the estimate that is taken here, so it is refused alone.</summary>
    private const int MaxTransactionBytes = 3 << 20;

    private const int MaxContentions = 50;

    private readonly StorageClients clients;
    private readonly IndexHead head;
    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private readonly Task committing;
    private long commits;

    /// <summary>Starts the writer; it commits until it is disposed.</summary>
    public IndexWriter(StorageClients clients, IndexReader reader, IndexHistory history)
    {
        this.clients = clients;
        head = new(clients, reader, history);
        committing = Task.Run(CommitGroupsAsync);
    }

    public long Commits => Volatile.Read(ref commits);

    /// <summary>Commits; false where a condition no longer holds, and then nothing of it is written.</summary>
    public async Task<bool> CommitAsync(IndexCommit commit, CancellationToken cancellation)
    {
        if (commit.RowCount >= MaxTransactionRows)
        {
            throw new ArgumentException(
                $"A commit writes at most {MaxTransactionRows - 1} rows beside the head.",
                nameof(commit)
            );
        }

        var pending = new Pending(commit, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(pending, cancellation);
        return await pending.Result.Task.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        stopping.CancelAfter(TimeSpan.FromSeconds(10));
        await committing;
        stopping.Dispose();
    }

    private async Task CommitGroupsAsync()
    {
        var group = new List<Pending>();
        while (await queue.Reader.WaitToReadAsync())
        {
            TakeGroup(group);
            try
            {
                await CommitGroupAsync(group);
            }
            catch (Exception failure)
            {
                // Storage is away, or a row is corrupt: whoever waits hears of it, and its trigger tries again.
                // The writer itself must go on, whatever it was.
                group.ForEach(member => member.Result.TrySetException(failure));
                head.Forget();
            }

            group.Clear();
        }
    }

    /// <summary>Takes queued commits that fit into one transaction: a row stands in it only once.</summary>
    private void TakeGroup(List<Pending> group)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var (rows, bytes) = (0, 0);
        while (queue.Reader.TryPeek(out var next))
        {
            rows += next.Commit.RowCount;
            bytes += next.Commit.MostBytes;
            var fits = rows < MaxTransactionRows && bytes <= MaxTransactionBytes;
            if (group.Count > 0 && (!fits || next.Commit.Writes.Keys.Any(keys.Contains)))
            {
                return;
            }

            keys.UnionWith(next.Commit.Writes.Keys);
            group.Add(next);
            queue.Reader.TryRead(out _);
        }
    }

    private async Task CommitGroupAsync(List<Pending> group)
    {
        for (var contentions = 0; !await TryCommitAsync(group); )
        {
            // Another process committed first. Its head is read and the group tried again behind it.
            if (++contentions > MaxContentions)
            {
                throw new TimeoutException(
                    "Other instances kept committing to the index; trying again later is right."
                );
            }

            await Task.Delay(Random.Shared.Next(1, 20 * Math.Min(contentions, 10)), stopping.Token);
        }
    }

    /// <summary>Commits those of the group that are not stale; false where another process came first.</summary>
    private async Task<bool> TryCommitAsync(List<Pending> group)
    {
        var isRemembered = head.IsRemembered;
        if (await head.ReadAsync(stopping.Token) is not { Value: { } current, ETag: { } version })
        {
            return false;
        }

        if (isRemembered && group.Exists(member => IsStale(member.Commit, current)))
        {
            // Another process may have changed the settings since: what is remembered makes no commit stale.
            head.Forget();
            return false;
        }

        SplitOffStale(group, member => IsStale(member.Commit, current));
        while (group.Count > 0)
        {
            var transaction = new GroupTransaction(group.ConvertAll(member => member.Commit), current, version);
            try
            {
                var responses = await clients.Index.SubmitTransactionAsync(transaction.Actions, stopping.Token);
                head.MoveTo(transaction.NextHead, responses.Value[transaction.HeadIndex].Headers.ETag);
                Interlocked.Increment(ref commits);
                group.ForEach(member => member.Result.TrySetResult(true));
                return true;
            }
            catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                var failed = failure.FailedTransactionActionIndex ?? transaction.HeadIndex;
                if (failure.ErrorCode == TableErrorCode.TableNotFound || transaction.MemberAt(failed) is not { } stale)
                {
                    Lose(transaction.IsLog(failed) && failure.Status == 409);
                    return false;
                }

                var isGone = failure.Status == 404 && stale.ForgetRemoval(transaction.Actions[failed].Entity.RowKey);
                SplitOffStale(group, member => member.Commit == stale && !isGone);
            }
        }

        return true;
    }

    private void Lose(bool isInTheWayOfLog)
    {
        if (isInTheWayOfLog)
        {
            head.Doubt();
        }
        else
        {
            head.Forget();
        }
    }

    private static bool IsStale(IndexCommit commit, Head head) =>
        (commit.RenderedUnder is { } rendering && head.Rendering != rendering)
        || (commit.OnlyWhileIncomplete && head.Complete);

    private static void SplitOffStale(List<Pending> group, Predicate<Pending> isStale)
    {
        group.FindAll(isStale).ForEach(member => member.Result.TrySetResult(false));
        group.RemoveAll(isStale);
    }

    private sealed record Pending(IndexCommit Commit, TaskCompletionSource<bool> Result);
}
