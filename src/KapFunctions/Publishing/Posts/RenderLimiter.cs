using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Publishing.Posts;

/// <summary>Renders sources. A large one can take a second of a core, and nothing stops it once it runs: large ones
/// wait for each other, on a thread that serves nobody else, so that a core, the threads of requests and the memory
/// stay free for what goes on beside.</summary>
public sealed class RenderLimiter : IDisposable
{
    // Sources up to this size, in bytes, need not wait: nearly all posts, and none takes long.
    private const int SmallBytes = 32 * 1024;

    private readonly SemaphoreSlim free = new(1);

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

        await free.WaitAsync(cancellation);
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
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
