using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Pictures;
using KapFunctions.Pictures.Cleaning;
using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Files;

/// <summary>Lets the index tell what pages need to know of media: a name for what is served, and the size of a picture.
/// Files are served as they lie; of a picture in which a camera left notes, a copy without them is kept and
/// served.</summary>
public sealed class MediaPublisher(
    MediaStore media,
    RenderedStore rendered,
    IndexReader index,
    IndexWriter writer,
    FollowerSignal signal,
    PictureWorkshop workshop,
    TimeProvider clock,
    ILogger<MediaPublisher> log
) : IDisposable
{
    // Each file is in memory meanwhile.
    private const int MaxReads = 2;

    private readonly SemaphoreSlim reading = new(MaxReads);

    public static bool IsTold(string path) =>
        ContentPaths.KindOf(path) == ContentKind.Media
        && MediaTypes.Of(path) is not null
        && SourcePath.IsAddressable(path);

    public Task LookAtAsync(string path, CancellationToken cancellation) =>
        IsTold(path) || HiddenNames.Has(path)
            ? CommitRetries.RunAsync(path, _ => TryLookAsync(path, cancellation), cancellation)
            : Task.CompletedTask;

    public void Dispose() => reading.Dispose();

    private async Task<bool> TryLookAsync(string path, CancellationToken cancellation)
    {
        var before = await index.ReadMediaAsync(path, cancellation);
        if (before.IsNewer)
        {
            return true;
        }

        var look = await ReadAsync(path, before.Value, await KnownAsync(before.Value, cancellation), cancellation);
        if (look.IsStale)
        {
            return false;
        }

        if (look.IsUnchanged || (look.After is null && before.ETag is null))
        {
            return true;
        }

        if (!await writer.CommitAsync(CommitOf(path, before, look.After), cancellation))
        {
            return false;
        }

        log.LogInformation("{What} {Path}", look.After is null ? "Forgot" : "Read", path);
        await signal.SendAsync(cancellation);
        workshop.Ask(look.After);
        return true;
    }

    // The version that need not be looked at again; null where an older reader looked, or the copy was lost.
    private async Task<string?> KnownAsync(MediaRow? row, CancellationToken cancellation) =>
        row is { IsCurrent: true } && (row.Copy is null || await media.HasCopyAsync(row.Copy, cancellation))
            ? row.SourceETag
            : null;

    private IndexCommit CommitOf(string path, Stored<MediaRow> before, MediaRow? after)
    {
        var commit = new IndexCommit();
        if (after is null)
        {
            commit.RemoveMedia(path, before.ETag!.Value);
        }
        else
        {
            commit.Put(after, before.ETag);
        }

        commit.Log(
            new LogEntry(
                Sequence: 0,
                clock.GetUtcNow(),
                ChangeKind.Internal,
                path,
                Id: null,
                Slug: null,
                [new(IndexKeys.Media(path), after)],
                Before: before.Value?.Report == after?.Report ? null : new(before.Value?.Report, null)
            )
        );
        return commit;
    }

    private async Task<Reading> ReadAsync(string path, MediaRow? before, string? known, CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            var look = await media.LookAsync(path, known, cancellation);
            if (!look.IsUnchanged && look.State is MediaState.Archived or MediaState.CannotBeUnpacked)
            {
                return new(IsStale: false, IsUnchanged: false, await UnreadAsync(path, look, before, cancellation));
            }

            if (look.Bytes is not { } bytes)
            {
                return new(IsStale: false, look.IsUnchanged, After: null);
            }

            if (!look.IsLarge)
            {
                var row = await RowOfAsync(path, look, PictureOf(path, bytes, look.State), cancellation);
                return new(IsStale: false, IsUnchanged: false, row);
            }

            return PictureCleaner.Concerns(path, bytes)
                ? await ReadLargeAsync(path, look, cancellation)
                : new(IsStale: false, IsUnchanged: false, await RowOfAsync(path, look, default, cancellation));
        }
        finally
        {
            reading.Release();
        }
    }

    // What was packed is served unpacked, and so from a copy.
    private static PublicPicture PictureOf(string path, byte[] bytes, MediaState state) =>
        PictureCleaner.Clean(path, bytes) is var picture
        && state == MediaState.Unpacked
        && picture is { Bytes: null, IsWithheld: false }
            ? new(bytes, PictureFault.None)
            : picture;

    // Of an archived file the copies that there are go on being served.
    private async Task<MediaRow> UnreadAsync(
        string path,
        MediaLook look,
        MediaRow? before,
        CancellationToken cancellation
    )
    {
        var isArchived = look.State == MediaState.Archived;
        var row = isArchived && before is { IsCurrent: true } ? before : new() { Path = path, SourceETag = "" };
        var problem = isArchived
            ? ContentProblems.MediaArchived(path, isServed: row.Copy is not null)
            : ContentProblems.MediaPacked(path, MediaStore.MaxBytes >> 20);
        return row with
        {
            SourceETag = look.ETag!,
            Written = look.Written,
            Reader = MediaRow.CurrentReader,
            Cleaner = MediaRow.CurrentCleaner,
            Size = row.Copy is null ? look.Size : row.Size,
            Fault = row.Copy is null ? PictureFault.Broken : row.Fault,
            Report = await ReportAsync(problem, cancellation),
        };
    }

    private async Task<Reading> ReadLargeAsync(string path, MediaLook look, CancellationToken cancellation)
    {
        if (await media.OpenAsync(path, cancellation) is not { } file || file.SourceETag != look.ETag)
        {
            return new(IsStale: true, IsUnchanged: false, After: null);
        }

        try
        {
            var picture = await PictureCleaner.CleanLargeAsync(path, file.Content, cancellation);
            return new(IsStale: false, IsUnchanged: false, await RowOfAsync(path, look, picture, cancellation));
        }
        catch (VersionGoneException)
        {
            return new(IsStale: true, IsUnchanged: false, After: null);
        }
    }

    // The row, once what it names is kept.
    private async Task<MediaRow> RowOfAsync(
        string path,
        MediaLook look,
        PublicPicture picture,
        CancellationToken cancellation
    )
    {
        var copy = picture.Bytes is { } made ? MediaStore.CopyName(made) : null;
        if (copy is not null)
        {
            await media.PutCopyAsync(copy, picture.Bytes!, cancellation);
        }

        var served = picture.Bytes ?? (look.IsLarge ? null : look.Bytes);
        var facts = served is null || picture.IsWithheld ? null : PictureFacts.Read(served);
        return new()
        {
            Path = path,
            SourceETag = look.ETag!,
            Written = look.Written,
            Reader = MediaRow.CurrentReader,
            Cleaner = MediaRow.CurrentCleaner,
            Size = picture.Bytes?.Length ?? look.Size,
            Version = served is null ? null : PictureSources.NameOf(served),
            Width = facts?.Width,
            Height = facts?.Height,
            // Smaller forms are made of the file, which is in no state for that.
            CanScale = picture.Fault == PictureFault.None && (facts?.CanScale ?? false),
            Copy = copy,
            Fault = picture.Fault,
            Report = await ReportAsync(PictureProblems.Of(path, picture), cancellation),
        };
    }

    private async Task<string?> ReportAsync(Problem? problem, CancellationToken cancellation)
    {
        if (problem is null)
        {
            return null;
        }

        var report = RenderedStore.ReportName(problem);
        await rendered.PutDocumentAsync(report, new(Body: null, [problem]), cancellation);
        return report;
    }

    // Another version took the place of the one looked at, or the index agrees already, or a row.
    private readonly record struct Reading(bool IsStale, bool IsUnchanged, MediaRow? After);
}
