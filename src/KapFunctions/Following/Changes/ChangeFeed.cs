using KapFunctions.Http;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Following.Changes;

/// <summary>The log as readers may see it. Entries of drafts and of problems are passed over, but the cursor moves past
/// them. It is read from the index itself, so that a follower never waits for an instance's replica.</summary>
public sealed class ChangeFeed(IndexReader index)
{
    // Entries looked at for one page; the rest come with the next cursor.
    private const int MaxEntries = 500;

    /// <summary>The changes after <c>since</c>; without it, the cursor to begin with.</summary>
    public async Task<IResult> PageAsync(IQueryCollection query, CancellationToken cancellation)
    {
        // While an index is made anew, everything in it would look as if it had just been published.
        if (await index.ReadHeadAsync(cancellation) is not { Complete: true } head)
        {
            return Problems.NotReady();
        }

        var since = query["since"].ToString();
        if (since.Length == 0)
        {
            return Answer(new([], LogPosition.EndOf(head).ToString(), More: false));
        }

        return LogPosition.Parse(since) switch
        {
            null => Problems.InvalidParameter("since", "must be a cursor that an earlier answer gave."),
            var cursor when !cursor.IsKnownTo(head) => Problems.CursorGone(LogPosition.EndOf(head).ToString()),
            var cursor => await ReadAsync(cursor, head, cancellation) is { } page
                ? Answer(page)
                : Problems.CursorGone(LogPosition.EndOf(head).ToString()),
        };
    }

    // The page behind the cursor; null where the log has lost the entry that it begins with.
    private async Task<ChangePage?> ReadAsync(LogPosition cursor, Head head, CancellationToken cancellation)
    {
        var changes = new List<Change>();
        var last = cursor.Sequence;
        await foreach (var entry in index.ReadLogAsync(cursor.Epoch, cursor.Sequence, cancellation).Take(MaxEntries))
        {
            last = entry.Sequence;
            if (entry.Kind != ChangeKind.Internal)
            {
                changes.Add(Change.Of(entry, cursor with { Sequence = last }));
            }
        }

        return last == cursor.Sequence && last < head.Sequence
            ? null
            : new(changes, new LogPosition(cursor.Epoch, last).ToString(), More: last < head.Sequence);
    }

    private static DataResult<ChangePage> Answer(ChangePage page) => new(page, ChangeJson.Default.ChangePage);
}
