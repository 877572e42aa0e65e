using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Files;

/// <summary>A version of a picture, a recording or another file that posts show.</summary>
/// <param name="Content">Its bytes, which are fetched as far as they are asked for and can be sought in.</param>
/// <param name="ETag">Its name, quoted.</param>
/// <param name="SourceETag">The same as rows hold it.</param>
/// <param name="ModifiedAt">When it was uploaded, in UTC.</param>
public sealed record MediaFile(Stream Content, string ETag, string SourceETag, DateTimeOffset ModifiedAt)
{
    /// <summary>How it was packed for the way (<c>Content-Encoding</c>); null where it lies as it is.</summary>
    public string? Packing { get; init; }
}

/// <summary>What storage can say of a file's bytes.</summary>
public enum MediaState
{
    AsItIs,

    /// <summary>Packed by whoever uploaded it; its bytes are the unpacked ones.</summary>
    Unpacked,

    /// <summary>Packed, but not as it says, or too large when it is unpacked.</summary>
    CannotBeUnpacked,

    /// <summary>In the archive tier, from which nothing is handed out.</summary>
    Archived,
}

/// <summary>What looking at a file below <c>media/</c> found.</summary>
/// <param name="Size">Its bytes.</param>
public readonly record struct MediaLook(
    string? ETag,
    bool IsUnchanged,
    long Size,
    byte[]? Bytes,
    MediaState State = MediaState.AsItIs
)
{
    public bool IsLarge => Size > MediaStore.MaxBytes;

    /// <summary>Who wrote this version, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }
}

/// <summary>Reads what lies below <c>media/</c> in the content container, and keeps what is made of pictures: clean copies, smaller forms.</summary>
public sealed class MediaStore(StorageClients clients)
{
    /// <summary>The most that a file may have to be read as a whole, in bytes: 25 MiB.</summary>
    public const int MaxBytes = 25 << 20;

    internal const string CopyPrefix = "clean/";

    /// <summary>Bytes of a larger file that are read to tell what it is.</summary>
    private const int StartBytes = 64;

    internal const string VariantPrefix = "variants/";

    /// <summary>The name of a smaller form: of which content, how wide, and made by which version of the scaler.</summary>
    public static string VariantName(string version, int width, int scaler) =>
        string.Create(CultureInfo.InvariantCulture, $"{VariantPrefix}{version}-{width}-{scaler}");

    /// <summary>The name of a copy, made of its bytes.</summary>
    public static string CopyName(ReadOnlySpan<byte> bytes) =>
        CopyPrefix + Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// Opens the version of the file that stands at <paramref name="path"/>; null where none does, or storage does not hand it
    /// out. Reading on throws a <see cref="VersionGoneException"/> once another took its place: bytes of two versions never
    /// come together.
    /// </summary>
    public Task<MediaFile?> OpenAsync(string path, CancellationToken cancellation) =>
        NotFound.AsNullAsync<MediaFile>(async () =>
        {
            try
            {
                var blob = clients.Content.GetBlobClient(path);
                var content = await VersionStream.OpenAsync(blob, mayChange: false, cancellation);
                var (etag, modified) = (content.Details.ETag, content.Details.LastModified);
                var coding = content.Details.ContentEncoding;
                return new(content, etag.ToString("H"), etag.ToString(), modified)
                {
                    Packing = PackedContent.Is(coding) ? coding : null,
                };
            }
            catch (RequestFailedException failure) when (ArchivedBlob.Is(failure))
            {
                return null!;
            }
        });

    /// <summary>The bytes of a file that was packed; null where it cannot be unpacked, or is too large then.</summary>
    public static async Task<byte[]?> UnpackAsync(MediaFile file, CancellationToken cancellation) =>
        await UnpackAsync(file.Content, file.Content.Length, file.Packing!, cancellation);

    private static async Task<byte[]?> UnpackAsync(
        Stream packed,
        long size,
        string coding,
        CancellationToken cancellation
    ) =>
        size <= MaxBytes && await PackedContent.ReadAsync(packed, coding, MaxBytes, cancellation) is { } plain
            ? plain.Length <= MaxBytes
                ? plain
                : null
            : null;

    /// <summary>Opens a copy in the same way; null where there is none. Whoever puts it again puts the same bytes.</summary>
    public Task<Stream?> OpenCopyAsync(string name, CancellationToken cancellation) =>
        NotFound.AsNullAsync<Stream>(async () =>
            await VersionStream.OpenAsync(clients.Rendered.GetBlobClient(name), mayChange: true, cancellation)
        );

    public async Task<bool> HasCopyAsync(string name, CancellationToken cancellation) =>
        await clients.Rendered.GetBlobClient(name).ExistsAsync(cancellation);

    public Task PutCopyAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        ContentChecksum.PutAsync(clients.Rendered.GetBlobClient(name), bytes, cancellation);

    /// <summary>Reads the file at <paramref name="path"/>, unless it is still the version <paramref name="knownETag"/>.</summary>
    public async Task<MediaLook> LookAsync(string path, string? knownETag, CancellationToken cancellation)
    {
        if (HiddenNames.Has(path))
        {
            return default;
        }
        var blob = clients.Content.GetBlobClient(path);
        var found = await OpenedBlob.OpenAsync(blob, knownETag, cancellation);
        using var download = found.Download;
        if (found.IsArchived)
        {
            var known = await ArchivedBlob.LookAsync(blob, cancellation);
            return new(known.ETag, known.ETag == knownETag, known.Size, Bytes: null, MediaState.Archived);
        }
        if (download is null)
        {
            return new(found.IsUnchanged ? knownETag : null, found.IsUnchanged, Size: 0, Bytes: null);
        }

        var (size, etag) = (download.Details.ContentLength, download.Details.ETag.ToString());
        var (content, coding) = (download.Content, download.Details.ContentEncoding);
        var written = FileFacts.WrittenIn(download.Details.Metadata);
        if (PackedContent.Is(coding))
        {
            return await UnpackAsync(content, size, coding, cancellation) is { } plain
                ? new(etag, IsUnchanged: false, plain.Length, plain, MediaState.Unpacked) { Written = written }
                : new(etag, IsUnchanged: false, size, Bytes: null, MediaState.CannotBeUnpacked) { Written = written };
        }

        var bytes = new byte[size > MaxBytes ? StartBytes : size];
        await download.Content.ReadExactlyAsync(bytes, cancellation);
        return new(etag, IsUnchanged: false, size, bytes) { Written = written };
    }

    public async Task<byte[]?> ReadAsync(string path, string etag, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfMatch = new ETag(etag) };
        try
        {
            var options = new BlobDownloadOptions { Conditions = conditions };
            var response = await clients.Content.GetBlobClient(path).DownloadStreamingAsync(options, cancellation);
            // Read at once to where it is needed: it may be large, and is wanted once.
            using var download = response.Value;
            if (PackedContent.Is(download.Details.ContentEncoding))
            {
                var (size, coding) = (download.Details.ContentLength, download.Details.ContentEncoding);
                return await UnpackAsync(download.Content, size, coding, cancellation);
            }

            var bytes = new byte[download.Details.ContentLength];
            await download.Content.ReadExactlyAsync(bytes, cancellation);
            return bytes;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }

    public Task<byte[]?> ReadVariantAsync(string name, CancellationToken cancellation) =>
        NotFound.AsNullAsync<byte[]>(async () =>
        {
            var response = await clients.Rendered.GetBlobClient(name).DownloadContentAsync(cancellation);
            return response.Value.Content.ToArray();
        });

    /// <summary>Whether a smaller form is kept, or that none can be made.</summary>
    public async Task<bool> HasVariantAsync(string name, CancellationToken cancellation) =>
        await clients.Rendered.GetBlobClient(name).ExistsAsync(cancellation);

    /// <summary>Keeps a smaller form; an empty one, that none can be made.</summary>
    public async Task PutVariantAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        await clients
            .Rendered.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancellation);
}
