using System.Threading.Channels;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>Runs a mirror whenever its folder changes. News from the system only say "look again"; a look at both sides every few
/// seconds finds what they missed, as they do on network drives and when there are too many, and what was saved online.</summary>
internal sealed class FolderWatch : IAsyncDisposable
{
    private static readonly TimeSpan Rescan = TimeSpan.FromSeconds(5);

    /// <summary>Editors save in several steps.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(30);

    private readonly Channel<bool> news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly CancellationTokenSource stop = new();
    private readonly FileSystemWatcher? watcher;
    private readonly FolderMirror mirror;
    private readonly ILogger logger;
    private readonly Task watching;

    public FolderWatch(string folder, FolderMirror mirror, ILogger logger)
    {
        this.mirror = mirror;
        this.logger = logger;
        watcher = TryWatch(folder);
        watching = Task.Run(WatchAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        watcher?.Dispose();
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                Report(await mirror.MirrorAsync(stop.Token));
                if (!await WaitForNewsAsync())
                {
                    await mirror.LearnAsync(stop.Token);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning("Mirroring failed and is tried again: {Reason}", failure.Message.Split('\n')[0]);
                await Task.Delay(Rescan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False where there was none for a while.</returns>
    private async Task<bool> WaitForNewsAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        patience.CancelAfter(Rescan);
        try
        {
            await news.Reader.WaitToReadAsync(patience.Token);
            await Task.Delay(Settling, stop.Token);
            return news.Reader.TryRead(out _);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Report(MirrorPass pass)
    {
        if (pass.Uploaded + pass.Removed + pass.Downloaded > 0)
        {
            logger.LogInformation(
                "Mirrored {Uploaded} up, {Removed} removed, {Downloaded} written into the folder",
                pass.Uploaded,
                pass.Removed,
                pass.Downloaded
            );
        }
    }

    private FileSystemWatcher? TryWatch(string folder)
    {
        try
        {
            var created = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            created.Created += Tell;
            created.Changed += Tell;
            created.Deleted += Tell;
            created.Renamed += Tell;
            created.Error += (_, _) => news.Writer.TryWrite(true);
            created.EnableRaisingEvents = true;
            return created;
        }
        catch (IOException failure)
        {
            logger.LogWarning(
                "{Folder} cannot be watched ({Reason}); it is looked at every {Seconds} seconds instead.",
                folder,
                failure.Message.TrimEnd('.'),
                Rescan.TotalSeconds
            );
            return null;
        }
    }

    private void Tell(object sender, FileSystemEventArgs change) => news.Writer.TryWrite(true);
}
