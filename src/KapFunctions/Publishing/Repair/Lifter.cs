using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Repair;

/// <summary>
/// Renders anew what an older renderer made, or other settings, or what a rebuild asks for: newest first, a bounded number
/// at a time, the old bodies being served meanwhile. It can stop at any point and go on later, since what is due is
/// written in the rows.
/// </summary>
public sealed class Lifter(IndexReader index, CurrentSite site, BulkPublisher bulk)
{
    /// <summary>Lifts every post that is due.</summary>
    public async Task<BulkOutcome> RunAsync(CancellationToken cancellation)
    {
        var current = await site.ReadAsync(cancellation);
        // Names and dates only: there may be 100,000 of them.
        var due = new List<(string Path, DateTimeOffset? PublishedAt)>();
        await foreach (var row in index.ReadRowsAsync(cancellation))
        {
            if (row is PostRow post && post.IsDueForLift(current))
            {
                due.Add((post.Path, post.PublishedAt));
            }
        }

        var newestFirst = due.OrderByDescending(post => post.PublishedAt).Select(post => post.Path);
        return await bulk.LookAtAllAsync(newestFirst, Occasion.Change, cancellation);
    }
}
