using KapFunctions.Content.Settings;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Publishing.Repair;

namespace KapFunctions.Publishing;

/// <summary>Where every event ends: something may have happened at a path, so look at it.</summary>
public sealed class Publisher(FilePublisher files, SitePublisher site, Lifter lifter)
{
    /// <summary>
    /// Makes the index agree with what stands at <paramref name="path"/> now. However late, repeated or reordered
    /// the calls are, the last one to finish leaves the same state.
    /// </summary>
    public Task LookAtAsync(string path, Occasion occasion, CancellationToken cancellation) =>
        path == SiteSettings.Path ? LookAtSiteAsync(cancellation) : files.LookAtAsync(path, occasion, cancellation);

    private async Task LookAtSiteAsync(CancellationToken cancellation)
    {
        await site.LookAsync(cancellation);
        await lifter.RunAsync(cancellation);
    }
}
