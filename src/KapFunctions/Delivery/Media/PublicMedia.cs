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
    private readonly SemaphoreSlim cleaning = new(1);

    /// <summary><paramref name="row"/> is what is known of the file, of this version or another.</summary>
    internal async Task<ServedMedia?> OpenAsync(string path, MediaRow? row, CancellationToken cancellation)
    {
        if (await media.FindAsync(path, cancellation) is not { } file)
        {
            return null;
        }

        if (row is null || !row.TellsWhatIsServedOf(file.SourceETag))
        {
            return await OpenUnseenAsync(path, file, cancellation);
        }

        if (row.IsWithheld)
        {
            return Nothing(path);
        }

        if (row.Copy is null)
        {
            return await OpenAsItIsAsync(path, file, row, cancellation);
        }

        return await media.OpenCopyAsync(row.Copy, cancellation) is { } copy
            ? new(copy, TypeOf(path, row.Fault), QuotedName(row.Version!), Row: row)
            : await OpenUnseenAsync(path, file, cancellation);
    }

    public void Dispose() => cleaning.Dispose();

    private async Task<ServedMedia?> OpenAsItIsAsync(
        string path,
        MediaVersion file,
        MediaRow? row,
        CancellationToken cancellation
    ) =>
        await media.OpenAsync(path, file.SourceETag, cancellation) is { } content
            ? new(content, TypeOf(path, PictureFault.None), file.ETag, file.ModifiedAt, row)
            : null;

    private async Task<ServedMedia?> OpenUnseenAsync(string path, MediaVersion file, CancellationToken cancellation)
    {
        if (await media.OpenAsync(path, file.SourceETag, cancellation) is not { } content)
        {
            return null;
        }

        var start = new byte[PictureCleaner.StartBytes];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        if (!PictureCleaner.Concerns(path, start.AsSpan(0, read)))
        {
            return new(content, TypeOf(path, PictureFault.None), file.ETag, file.ModifiedAt);
        }

        await using (content)
        {
            return await CleanAsync(path, file, content, cancellation);
        }
    }

    private async Task<ServedMedia?> CleanAsync(
        string path,
        MediaVersion file,
        Stream content,
        CancellationToken cancellation
    )
    {
        await cleaning.WaitAsync(cancellation);
        try
        {
            var picture =
                file.Size > MediaStore.MaxBytes
                    ? PictureCleaner.CleanLarge(path, content)
                    : PictureCleaner.Clean(path, await ReadAsync(content, (int)file.Size, cancellation));
            return picture switch
            {
                { IsWithheld: true } => Nothing(path),
                { Bytes: { } clean } => new(
                    await SetAsideAsync(clean, cancellation),
                    TypeOf(path, picture.Fault),
                    QuotedName(PictureSources.NameOf(clean))
                ),
                _ => await OpenAsItIsAsync(path, file, row: null, cancellation),
            };
        }
        finally
        {
            cleaning.Release();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream content, int size, CancellationToken cancellation)
    {
        var bytes = new byte[size];
        await content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

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

    private static ServedMedia Nothing(string path) => new(null, TypeOf(path, PictureFault.None), "");

    private static string TypeOf(string path, PictureFault fault) =>
        fault == PictureFault.None ? MediaTypes.Of(path)! : PictureRemaker.TypeOf(path);

    private static string QuotedName(string name) => $"\"{name}\"";
}
