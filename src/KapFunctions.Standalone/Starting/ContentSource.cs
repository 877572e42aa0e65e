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
        options.Content is { } folder
            ? $"{folder.FullName}, mirrored: what you save there is live, and rules over what was mirrored before"
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

        var writer = usesSamples ? Writer.Samples : Writer.Mirror;
        var mirror = new FolderMirror(
            folder,
            new(storage.Content, writer),
            writer,
            options.RemoveMany,
            loggers.CreateLogger<FolderMirror>()
        );
        await mirror.LearnAsync(cancellation);
        if (usesSamples)
        {
            await mirror.MirrorAsync(cancellation);
            return new(watch: null);
        }

        return new(new(folder, mirror, loggers.CreateLogger<FolderWatch>()));
    }

    public ValueTask DisposeAsync() => watch?.DisposeAsync() ?? ValueTask.CompletedTask;
}
