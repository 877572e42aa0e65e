using KapFunctions.Content.Settings;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Queues;

namespace KapFunctions.Publishing.Repair;

/// <summary>Has everything rendered anew. That is one write: from then on every row is due to be rendered, and whoever
/// is asked to look at the site's settings, or reconciles, goes on with what is still due. Nothing is dropped, so a
/// crash loses nothing.</summary>
public sealed class Rebuilder(SitePublisher site, ContentEvents events)
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        await site.AskForRebuildAsync(cancellation);
        await events.SendLookAtAsync(SiteSettings.Path, cancellation);
    }
}
