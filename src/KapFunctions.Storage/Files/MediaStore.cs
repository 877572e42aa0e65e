using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Files;

/// <summary>A version of a picture, a recording or another file that posts show.</summary>
/// <param name="Size">Its bytes.</param>
/// <param name="ModifiedAt">When it was uploaded, in UTC.</param>
public sealed record MediaVersion(string ETag, string SourceETag, long Size, DateTimeOffset ModifiedAt);

/// <summary>What looking at a file below <c>media/</c> found.</summary>
/// <param name="Size">Its bytes.</param>
public readonly record struct MediaLook(string? ETag, bool IsUnchanged, long Size, byte[]? Bytes)
{
    public bool IsLarge => Size > MediaStore.MaxBytes;
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

    /// <summary>Bytes that are fetched at a time.</summary>
    private const int BufferBytes = 1 << 20;

    public static string VariantName(string version, int width, int scaler) =>
        string.Create(CultureInfo.InvariantCulture, $"{VariantPrefix}{version}-{width}-{scaler}");

    /// <summary>The name of a copy, made of its bytes.</summary>
    public static string CopyName(ReadOnlySpan<byte> bytes) =>
        CopyPrefix + Convert.ToHexStringLower(SHA256.HashData(bytes));

    public Task<MediaVersion?> FindAsync(string path, CancellationToken cancellation) =>
        NotFound.AsNullAsync<MediaVersion>(async () =>
        {
            var blob = clients.Content.GetBlobClient(path);
            var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new(found.ETag.ToString("H"), found.ETag.ToString(), found.ContentLength, found.LastModified);
        });

    /// <summary>
    /// Opens the version <paramref name="etag"/> of the file, which is read as far as it is asked for and can be sought in;
    /// null where another stands there by now, or none. Bytes of two versions never come together.
    /// </summary>
    public Task<Stream?> OpenAsync(string path, string etag, CancellationToken cancellation) =>
        OpenAsync(
            clients.Content.GetBlobClient(path),
            new(allowModifications: false)
            {
                BufferSize = BufferBytes,
                Conditions = new() { IfMatch = new ETag(etag) },
            },
            cancellation
        );

    /// <summary>Opens a copy in the same way; null where there is none. Whoever puts it again puts the same bytes.</summary>
    public Task<Stream?> OpenCopyAsync(string name, CancellationToken cancellation) =>
        OpenAsync(
            clients.Rendered.GetBlobClient(name),
            new(allowModifications: true) { BufferSize = BufferBytes },
            cancellation
        );

    public async Task<bool> HasCopyAsync(string name, CancellationToken cancellation) =>
        await clients.Rendered.GetBlobClient(name).ExistsAsync(cancellation);

    public Task PutCopyAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        ContentChecksum.PutAsync(clients.Rendered.GetBlobClient(name), bytes, cancellation);

    /// <summary>Reads the file at <paramref name="path"/>, unless it is still the version <paramref name="knownETag"/>.</summary>
    public async Task<MediaLook> LookAsync(string path, string? knownETag, CancellationToken cancellation)
    {
        var found = await OpenedBlob.OpenAsync(clients.Content.GetBlobClient(path), knownETag, cancellation);
        using var download = found.Download;
        if (download is null)
        {
            return new(found.IsUnchanged ? knownETag : null, found.IsUnchanged, Size: 0, Bytes: null);
        }

        var (size, etag) = (download.Details.ContentLength, download.Details.ETag.ToString());
        var bytes = new byte[size > MaxBytes ? StartBytes : size];
        await download.Content.ReadExactlyAsync(bytes, cancellation);
        return new(etag, IsUnchanged: false, size, bytes);
    }

    public async Task<byte[]?> ReadAsync(string path, string etag, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfMatch = new ETag(etag) };
        try
        {
            var options = new BlobDownloadOptions { Conditions = conditions };
            var response = await clients.Content.GetBlobClient(path).DownloadContentAsync(options, cancellation);
            return response.Value.Content.ToArray();
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

    public async Task PutVariantAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        await clients
            .Rendered.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancellation);

    private static async Task<Stream?> OpenAsync(
        BlobClient blob,
        BlobOpenReadOptions options,
        CancellationToken cancellation
    )
    {
        try
        {
            return await blob.OpenReadAsync(options, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }
}
