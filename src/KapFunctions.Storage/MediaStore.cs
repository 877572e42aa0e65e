using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage;

/// <summary>A picture, a recording or another file that posts show.</summary>
/// <param name="Content">Its bytes, read as far as they are asked for; it can be sought in.</param>
/// <param name="ETag">Its version, quoted.</param>
/// <param name="SourceETag">The same as rows hold it.</param>
/// <param name="ModifiedAt">When it was uploaded, in UTC.</param>
public sealed record MediaFile(Stream Content, string ETag, string SourceETag, DateTimeOffset ModifiedAt);

/// <summary>What looking at a file below <c>media/</c> found.</summary>
/// <param name="ETag">The version that stands there; null where nothing does.</param>
/// <param name="IsUnchanged">True where it is still the version that the caller knows.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Bytes">Its content; null where it is unchanged, missing, or beyond <see cref="MediaStore.MaxBytes"/>.</param>
public readonly record struct MediaLook(string? ETag, bool IsUnchanged, long Size, byte[]? Bytes);

/// <summary>Reads what lies below <c>media/</c> in the content container, and keeps the smaller forms of pictures.</summary>
public sealed class MediaStore(StorageClients clients)
{
    /// <summary>The most that a file may have to be read as a whole, in bytes: 25 MiB.</summary>
    public const int MaxBytes = 25 << 20;

    /// <summary>What the names of smaller forms begin with.</summary>
    internal const string VariantPrefix = "variants/";

    /// <summary>Bytes that are fetched at a time.</summary>
    private const int BufferBytes = 1 << 20;

    /// <summary>The name of a smaller form: of which content, how wide, and made by which version of the scaler.</summary>
    public static string VariantName(string version, int width, int scaler) =>
        string.Create(CultureInfo.InvariantCulture, $"{VariantPrefix}{version}-{width}-{scaler}");

    /// <summary>Opens the file at <paramref name="path"/>; null where there is none.</summary>
    public async Task<MediaFile?> OpenAsync(string path, CancellationToken cancellation)
    {
        var blob = clients.Content.GetBlobClient(path);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            var stream = await blob.OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false)
                {
                    BufferSize = BufferBytes,
                    // Bytes of two versions never come together.
                    Conditions = new() { IfMatch = properties.ETag },
                },
                cancellation
            );
            return new(stream, properties.ETag.ToString("H"), properties.ETag.ToString(), properties.LastModified);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Reads the file at <paramref name="path"/>, unless it is still the version <paramref name="knownETag"/>.</summary>
    public async Task<MediaLook> LookAsync(string path, string? knownETag, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = knownETag is null ? null : new ETag(knownETag) };
        try
        {
            var response = await clients
                .Content.GetBlobClient(path)
                .DownloadStreamingAsync(new BlobDownloadOptions { Conditions = conditions }, cancellation);
            // The conditional form answers 304 as a response, not as an exception.
            if (response.GetRawResponse().Status == 304)
            {
                return new(knownETag, IsUnchanged: true, Size: 0, Bytes: null);
            }

            using var download = response.Value;
            var (size, etag) = (download.Details.ContentLength, download.Details.ETag.ToString());
            if (size > MaxBytes)
            {
                return new(etag, IsUnchanged: false, size, Bytes: null);
            }

            var bytes = new byte[size];
            await download.Content.ReadExactlyAsync(bytes, cancellation);
            return new(etag, IsUnchanged: false, size, bytes);
        }
        catch (RequestFailedException failure) when (failure.Status == 304)
        {
            return new(knownETag, IsUnchanged: true, Size: 0, Bytes: null);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return default;
        }
    }

    /// <summary>Reads the version <paramref name="etag"/> of the file; null where another stands there by now, or none.</summary>
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

    /// <summary>Reads a smaller form; null where it is not made yet. An empty one says that none can be made.</summary>
    public async Task<byte[]?> ReadVariantAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var response = await clients.Rendered.GetBlobClient(name).DownloadContentAsync(cancellation);
            return response.Value.Content.ToArray();
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps a smaller form; an empty one, that none can be made.</summary>
    public async Task PutVariantAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        await clients
            .Rendered.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, cancellation);
}
