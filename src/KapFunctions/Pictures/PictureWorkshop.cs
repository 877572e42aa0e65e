using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Pictures;

/// <summary>Makes smaller forms of pictures in the background, the picture asked for last before all others, and keeps
/// them beside the rendered posts under names made of the picture's content. Nobody waits for it, and what waits is in
/// memory alone: a picture that is forgotten is asked for again by its next reader.</summary>
public sealed class PictureWorkshop(MediaStore media, ILogger<PictureWorkshop> log) : IDisposable
{
    // Pictures of a folder that is uploaded at once come by thousands.
    private const int MaxWaiting = 256;

    private readonly Lock door = new();
    private readonly List<MediaRow> waiting = [];
    private readonly CancellationTokenSource closing = new();
    private string? current;

    /// <summary>Under which name a form of this width is kept.</summary>
    public static string NameOf(MediaRow picture, int width) =>
        MediaStore.VariantName(picture.Version!, width, PictureScaler.Version);

    public void Ask(MediaRow? picture)
    {
        if (picture is not { CanScale: true, Version: { } version })
        {
            return;
        }

        lock (door)
        {
            if (closing.IsCancellationRequested || version == current)
            {
                return;
            }

            waiting.RemoveAll(other => other.Version == version);
            waiting.Add(picture);
            if (waiting.Count > MaxWaiting)
            {
                waiting.RemoveAt(0);
            }

            if (current is null)
            {
                current = "";
                _ = Task.Run(() => WorkAsync(closing.Token));
            }
        }
    }

    public void Dispose()
    {
        lock (door)
        {
            closing.Cancel();
            closing.Dispose();
        }
    }

    private async Task WorkAsync(CancellationToken closed)
    {
        while (Next(closed) is { } picture)
        {
            try
            {
                await MakeAsync(picture, closed);
            }
            catch (Exception failure) when (!closed.IsCancellationRequested)
            {
                log.LogWarning(failure, "No smaller forms of {Path} for now: its next reader asks again", picture.Path);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private MediaRow? Next(CancellationToken closed)
    {
        lock (door)
        {
            var next = closed.IsCancellationRequested ? null : waiting.LastOrDefault();
            if (next is not null)
            {
                waiting.RemoveAt(waiting.Count - 1);
            }

            current = next?.Version;
            return next;
        }
    }

    private async Task MakeAsync(MediaRow picture, CancellationToken cancellation)
    {
        var missing = new List<int>();
        // The largest first, since it can stand in for the others.
        foreach (var width in PictureScaler.WidthsOf(picture.Width!.Value).Reverse())
        {
            if (!await media.HasVariantAsync(NameOf(picture, width), cancellation))
            {
                missing.Add(width);
            }
        }

        if (missing is [] || await media.ReadAsync(picture.Path, picture.SourceETag, cancellation) is not { } file)
        {
            return;
        }

        // On a thread of its own: of the pool there are few, and readers wait for them.
        var forms = await Task.Factory.StartNew(
            () => PictureScaler.Scale(file, missing),
            cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        foreach (var (index, width) in missing.Index())
        {
            // That none can be made is remembered as an empty one.
            await media.PutVariantAsync(NameOf(picture, width), forms?[index] ?? [], cancellation);
        }
    }
}
