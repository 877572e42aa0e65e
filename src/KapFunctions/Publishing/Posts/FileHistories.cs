using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>What history keeps of files without a row. While a folder is uploaded nobody asks: such a file is taken for
/// a new one and its slug for free, which is nearly always right. Where it is wrong, the commit is stale and the next
/// attempt asks. A single file is asked for at once: a second attempt would take longer.</summary>
public sealed class FileHistories(IndexReader index)
{
    // More looks than this at once make a folder.
    private const int Few = 4;

    private int looks;

    // Whether the last file that was asked for had a history, as all have after a lost table.
    private volatile bool areKnown;

    /// <summary>A look at a file begins; it ends when the result is disposed of.</summary>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref looks);
        return new Look(this);
    }

    /// <summary>Whether a file without a row may be taken for a new one just now.</summary>
    public bool MayGuess => !areKnown && Volatile.Read(ref looks) > Few;

    public async Task<PathHistory> ReadAsync(string path, CancellationToken cancellation)
    {
        var history = await index.ReadHistoryOfAsync(path, cancellation);
        areKnown = history.Identity.ETag is not null;
        return history;
    }

    /// <summary>The row tells the id, except for one whose author no longer fixes it.</summary>
    internal async Task<Stored<IdentityRow>> ReadIdentityAsync(
        PostRow? row,
        Stored<IdentityRow> known,
        RenderResult result,
        CancellationToken cancellation
    ) =>
        row?.Metadata?.Id is not null && result.Post?.Metadata.Id is null
            ? (await index.ReadHistoryOfAsync(row.Path, cancellation)).Identity
            : known;

    private sealed class Look(FileHistories histories) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref histories.looks);
    }
}
