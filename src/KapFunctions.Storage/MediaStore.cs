using Azure;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage;

/// <summary>A picture, a recording or another file that posts show.</summary>
/// <param name="Content">Its bytes, read as far as they are asked for; it can be sought in.</param>
/// <param name="ETag">Its version, quoted.</param>
/// <param name="ModifiedAt">When it was uploaded, in UTC.</param>
public sealed record MediaFile(Stream Content, string ETag, DateTimeOffset ModifiedAt);

/// <summary>Reads what lies below <c>media/</c> in the content container.</summary>
public sealed class MediaStore(StorageClients clients)
{
    /// <summary>Bytes that are fetched at a time.</summary>
    private const int BufferBytes = 1 << 20;

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
            return new(stream, properties.ETag.ToString("H"), properties.LastModified);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }
}
