using KapFunctions.Content;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing;

/// <summary>
/// The render settings in force, remembered between publishes. Remembering is safe because every commit is conditional
/// on the settings it was rendered with (<see cref="IndexCommit.RenderedWith"/>): with old ones it is stale and starts over.
/// </summary>
public sealed class SiteRendering(IndexReader index)
{
    private RenderSettings? _remembered;

    /// <summary>The settings in force when they were last read.</summary>
    public async ValueTask<RenderSettings> CurrentAsync(CancellationToken cancellation) =>
        _remembered ??= (await index.ReadSiteAsync(cancellation)).Value?.Settings.Rendering ?? new();

    /// <summary>Reads them anew the next time.</summary>
    public void Forget() => _remembered = null;
}
