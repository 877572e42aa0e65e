using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Mirroring;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Starting;

/// <summary>A mirrored folder, the samples, or whoever uploads.</summary>
internal sealed class ContentSource : IAsyncDisposable
{
    private readonly FolderWatch? watch;

    private ContentSource(FolderWatch? watch) => this.watch = watch;

    /// <summary>Before any content is moved.</summary>
    /// <exception cref="StartupException">There is no such folder.</exception>
    public static void Check(StartOptions options)
    {
        if (options.Content is { Exists: false } missing)
        {
            throw new StartupException($"There is no folder {missing.FullName}. Give --content a folder that exists.");
        }
    }

    public static string Describe(StartOptions options, bool usesSamples) =>
        options.Content is { } folder ? $"{folder.FullName}, mirrored: what you save there is live"
        : usesSamples ? "the samples, since there was none; a folder of yours: --content DIR"
        : $"what the container '{StorageNames.ContentContainer}' holds; a folder of yours: --content DIR";

    public static async Task<ContentSource> StartAsync(
        StartOptions options,
        bool usesSamples,
        StorageClients storage,
        ILoggerFactory loggers,
        CancellationToken cancellation
    )
    {
        if ((options.Content?.FullName ?? (usesSamples ? SampleContent.Folder : null)) is not { } folder)
        {
            return new(watch: null);
        }

        var mirror = new FolderMirror(folder, storage.Content, loggers.CreateLogger<FolderMirror>());
        await mirror.LearnAsync(cancellation);
        if (usesSamples)
        {
            await mirror.MirrorAsync(cancellation);
            return new(watch: null);
        }

        if (!Emulator.Serves(storage.Blobs))
        {
            RefuseToEmpty(mirror, storage);
        }

        return new(new(folder, mirror, loggers.CreateLogger<FolderWatch>()));
    }

    public ValueTask DisposeAsync() => watch?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>On an account, what is in the container may be the only copy.</summary>
    private static void RefuseToEmpty(FolderMirror mirror, StorageClients storage)
    {
        if (mirror.Strangers() is [var first, ..] strangers)
        {
            throw new StartupException(
                $"The container '{StorageNames.ContentContainer}' of {storage.Blobs.AccountName} holds {strangers.Count} files that the folder has not, such as {first}, and mirroring would delete them. Copy them into the folder, or delete them yourself."
            );
        }
    }
}
