using Azure.Storage.Blobs.Models;
using KapFunctions.Content;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Files;

/// <summary>A source as it was read.</summary>
/// <param name="File">Its path and bytes; at most one byte more than <see cref="PostRenderer.MaxSourceBytes"/> is read.</param>
/// <param name="CreatedAt">When the blob first came to be, in UTC.</param>
/// <param name="UploadedAt">When this version was uploaded, in UTC, to the second.</param>
public sealed record Source(SourceFile File, string ETag, DateTimeOffset CreatedAt, DateTimeOffset UploadedAt);

/// <summary>What looking at a path found.</summary>
/// <param name="MissingAt">By storage's clock, when it said that there is none.</param>
public readonly record struct Look(Source? Found, bool IsUnchanged, DateTimeOffset? MissingAt = null)
{
    public bool IsMissing => Found is null && !IsUnchanged;
}

/// <summary>A blob in a listing.</summary>
public sealed record ListedSource(string Path, string ETag);

/// <summary>What editors uploaded. Nothing but editors writes there.</summary>
public sealed class ContentStore(StorageClients clients)
{
    private readonly BlobListing listing = new(clients, StorageNames.ContentContainer);

    /// <summary>Reads the source at <paramref name="path"/>, unless it is still the version <paramref name="knownETag"/>.</summary>
    public async Task<Look> LookAsync(string path, string? knownETag, CancellationToken cancellation)
    {
        var found = await OpenedBlob.OpenAsync(clients.Content.GetBlobClient(path), knownETag, cancellation);
        using var download = found.Download;
        if (download is null)
        {
            return new(null, found.IsUnchanged, found.MissingAt);
        }

        var bytes = await ReadBoundedAsync(download, cancellation);
        var details = download.Details;
        return new(
            new(new(path, bytes), details.ETag.ToString(), details.CreatedOn, details.LastModified),
            IsUnchanged: false
        );
    }

    public Task<string?> ReadETagAsync(string path, CancellationToken cancellation) =>
        NotFound.AsNullAsync<string>(async () =>
        {
            var found = await clients.Content.GetBlobClient(path).GetPropertiesAsync(cancellationToken: cancellation);
            return found.Value.ETag.ToString();
        });

    public async Task<bool> HasAsync(string path, CancellationToken cancellation) =>
        await clients.Content.GetBlobClient(path).ExistsAsync(cancellation);

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellation)
    {
        // What the listing had to replace cannot be asked for.
        var prefix = name.Split(ListingRepairPolicy.Replacement)[0];
        return await listing.ListAsync(prefix, cancellation).AnyAsync(blob => blob.Name == name, cancellation);
    }

    public IAsyncEnumerable<ListedSource> ListAsync(CancellationToken cancellation) =>
        listing
            .ListAsync(prefix: "", cancellation)
            .Select(blob => new ListedSource(blob.Name, blob.ETag?.ToString() ?? ""));

    private static async Task<byte[]> ReadBoundedAsync(
        BlobDownloadStreamingResult download,
        CancellationToken cancellation
    )
    {
        var length = (int)Math.Min(download.Details.ContentLength, PostRenderer.MaxSourceBytes + 1);
        var bytes = new byte[length];
        await download.Content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
