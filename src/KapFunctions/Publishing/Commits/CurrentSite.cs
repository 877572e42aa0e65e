using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Commits;

/// <summary>The site's row, remembered between publishes. Remembering is safe because every commit is conditional on
/// what it was rendered under (<see cref="IndexCommit.RenderedUnder"/>): under old settings it is stale, and starts
/// over.</summary>
public sealed class CurrentSite(IndexReader index)
{
    private SiteRow? remembered;

    /// <summary>The row as it was last read; the defaults where there is none.</summary>
    public async ValueTask<SiteRow> ReadAsync(CancellationToken cancellation) =>
        remembered ??= (await index.ReadSiteAsync(cancellation)).Value ?? new();

    public void Forget() => remembered = null;
}
