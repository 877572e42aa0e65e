using KapFunctions.Content.Links;
using KapFunctions.Pictures;
using KapFunctions.Pictures.Cleaning;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Delivery.Media;

/// <summary>What readers get at a file's address. <c>Content</c> can be sought in; it is null where the file is
/// withheld. <c>Row</c> tells of these very bytes, <c>ModifiedAt</c> since when they are served.</summary>
internal sealed record ServedMedia(
    Stream? Content,
    string Type,
    string ETag,
    DateTimeOffset? ModifiedAt = null,
    MediaRow? Row = null
);

/// <summary>Opens what readers may get of media: a file as it lies, or the clean copy of a picture. A version that no
/// look has reached yet is cleaned on its way, one at a time, since it is held in memory for that.</summary>
public sealed class PublicMedia(MediaStore media) : IDisposable
{
    // A file that is replaced faster than it can be read is a failure.
    private const int MaxOpenings = 5;

    private readonly SemaphoreSlim cleaning = new(1);

    /// <summary><paramref name="row"/> is what is known of the file, of this version or another.</summary>
    internal async Task<ServedMedia?> OpenAsync(string path, MediaRow? row, CancellationToken cancellation)
    {
        // What the index tells of is online until it tells of something else.
        if (row is { Copy: { } name, Cleaner: >= MediaRow.CurrentCleaner })
        {
            if (await media.OpenCopyAsync(name, cancellation) is { } copy)
            {
                return new(copy, TypeOf(path, row.Fault), QuotedName(row.Version!), Row: row);
            }
        }

        for (var opening = 1; ; opening++)
        {
            try
            {
                return await media.OpenAsync(path, cancellation) is { } file
                    ? await OfAsync(path, file, row, cancellation)
                    : null;
            }
            catch (VersionGoneException) when (opening < MaxOpenings)
            {
                // Another version took its place while it was read.
            }
        }
    }

    public void Dispose() => cleaning.Dispose();

    private async Task<ServedMedia> OfAsync(string path, MediaFile file, MediaRow? row, CancellationToken cancellation)
    {
        if (row is { Copy: null } && row.TellsWhatIsServedOf(file.SourceETag))
        {
            return row.IsWithheld ? Nothing(path) : AsItIs(path, file, file.Content, row);
        }

        if (file.Packing is not null)
        {
            return await UnpackAsync(path, file, cancellation);
        }

        var start = new byte[PictureCleaner.StartBytes];
        var read = await file.Content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        file.Content.Position = 0;
        return PictureCleaner.Concerns(path, start.AsSpan(0, read))
            ? await CleanAsync(path, file, cancellation)
            : AsItIs(path, file, file.Content, row: null);
    }

    private async Task<ServedMedia> CleanAsync(string path, MediaFile file, CancellationToken cancellation)
    {
        await cleaning.WaitAsync(cancellation);
        try
        {
            if (file.Content.Length > MediaStore.MaxBytes)
            {
                var remade = await PictureCleaner.CleanLargeAsync(path, file.Content, cancellation);
                return remade.Bytes is null ? Nothing(path) : await CleanedAsync(path, remade, cancellation);
            }

            var bytes = new byte[file.Content.Length];
            await file.Content.ReadExactlyAsync(bytes, cancellation);
            return PictureCleaner.Clean(path, bytes) switch
            {
                { IsWithheld: true } => Nothing(path),
                { Bytes: not null } picture => await CleanedAsync(path, picture, cancellation),
                // It may be replaced before it is read a second time.
                _ => AsItIs(path, file, await SetAsideAsync(bytes, cancellation), row: null),
            };
        }
        finally
        {
            cleaning.Release();
        }
    }

    // A browser would take it for packed on its way alone, and a picture in it has to be cleaned.
    private async Task<ServedMedia> UnpackAsync(string path, MediaFile file, CancellationToken cancellation)
    {
        await cleaning.WaitAsync(cancellation);
        try
        {
            if (await MediaStore.UnpackAsync(file, cancellation) is not { } plain)
            {
                return Nothing(path);
            }

            var picture = PictureCleaner.Clean(path, plain);
            return picture.IsWithheld
                ? Nothing(path)
                : await CleanedAsync(path, picture with { Bytes = picture.Bytes ?? plain }, cancellation);
        }
        finally
        {
            cleaning.Release();
        }
    }

    private static async Task<ServedMedia> CleanedAsync(
        string path,
        PublicPicture picture,
        CancellationToken cancellation
    ) =>
        new(
            await SetAsideAsync(picture.Bytes!, cancellation),
            TypeOf(path, picture.Fault),
            QuotedName(PictureSources.NameOf(picture.Bytes))
        );

    // Readers may be slow: what waits for them is not to fill memory.
    private static async Task<Stream> SetAsideAsync(byte[] clean, CancellationToken cancellation)
    {
        var file = TemporaryFile.Create();
        try
        {
            await file.WriteAsync(clean, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static ServedMedia AsItIs(string path, MediaFile file, Stream content, MediaRow? row) =>
        new(content, TypeOf(path, PictureFault.None), file.ETag, file.ModifiedAt, row);

    private static ServedMedia Nothing(string path) => new(null, TypeOf(path, PictureFault.None), "");

    private static string TypeOf(string path, PictureFault fault) =>
        fault == PictureFault.None ? MediaTypes.Of(path)! : PictureRemaker.TypeOf(path);

    private static string QuotedName(string name) => $"\"{name}\"";
}
