using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Files;

/// <summary>What an older renderer made, or other settings, or what a rebuild asks for.</summary>
public sealed class OutdatedPosts(IndexReader index, CurrentSite site)
{
    /// <summary>Their paths, newest post first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation)
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

        return [.. due.OrderByDescending(post => post.PublishedAt).Select(post => post.Path)];
    }
}
