using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Publishing.Posts;

/// <summary>
/// Renders sources. A large one can take a second of a core, and nothing stops it once it runs: large ones take turns, on a
/// thread that serves nobody else, so that a core, the threads of requests and the memory stay free for what goes on beside.
/// </summary>
public sealed class RenderTurns : IDisposable
{
    /// <summary>Sources up to this size, in bytes, need no turn: nearly all posts, and none takes long.</summary>
    private const int SmallBytes = 32 * 1024;

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Renders <paramref name="source"/>, a large one when its turn comes.</summary>
    public async Task<RenderResult> RenderAsync(
        SourceFile source,
        RenderSettings settings,
        CancellationToken cancellation
    )
    {
        if (source.Bytes.Length <= SmallBytes)
        {
            return PostRenderer.Render(source, settings);
        }

        await turn.WaitAsync(cancellation);
        try
        {
            return await Task.Factory.StartNew(
                () => PostRenderer.Render(source, settings),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
