using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Content;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Files;

/// <summary>A source as it was read.</summary>
/// <param name="File">Its path and bytes; at most one byte more than <see cref="PostRenderer.MaxSourceBytes"/> is read.</param>
/// <param name="CreatedAt">When the blob first came to be, in UTC.</param>
/// <param name="UploadedAt">When this version was uploaded, in UTC, to the second.</param>
public sealed record Source(SourceFile File, string ETag, DateTimeOffset CreatedAt, DateTimeOffset UploadedAt)
{
    /// <summary>Why it could not be read, though it is there; else null.</summary>
    public Problem? Refusal { get; init; }

    /// <summary>Who wrote this version, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }
}

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
        if (HiddenNames.Has(path))
        {
            return default;
        }
        var blob = clients.Content.GetBlobClient(path);
        var found = await OpenedBlob.OpenAsync(blob, knownETag, cancellation);
        using var download = found.Download;
        if (found.IsArchived)
        {
            return await ArchivedAsync(blob, path, knownETag, cancellation);
        }
        if (download is null)
        {
            return new(null, found.IsUnchanged, found.MissingAt);
        }

        var (bytes, size) = await ReadBoundedAsync(download, cancellation);
        var details = download.Details;
        return new(
            new(new(path, bytes) { Size = size }, details.ETag.ToString(), details.CreatedOn, details.LastModified)
            {
                Written = FileFacts.WrittenIn(details.Metadata),
            },
            IsUnchanged: false
        );
    }

    private static async Task<Look> ArchivedAsync(
        BlobClient blob,
        string path,
        string? knownETag,
        CancellationToken cancellation
    )
    {
        var archived = await ArchivedBlob.LookAsync(blob, cancellation);
        return archived.ETag == knownETag
            ? new(null, IsUnchanged: true)
            : new(
                new(new(path, default), archived.ETag, archived.CreatedAt, archived.UploadedAt)
                {
                    Refusal = ContentProblems.SourceArchived(path),
                },
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

    /// <summary>What was packed for the way is unpacked within the same bound.</summary>
    private static async Task<(byte[] Bytes, long? Size)> ReadBoundedAsync(
        BlobDownloadStreamingResult download,
        CancellationToken cancellation
    )
    {
        const int most = PostRenderer.MaxSourceBytes;
        var (size, coding) = (download.Details.ContentLength, download.Details.ContentEncoding);
        if (PackedContent.Is(coding))
        {
            // What is not packed as it says is no text, which its problem says.
            return (await PackedContent.ReadAsync(download.Content, coding, most, cancellation) ?? [0xFF], null);
        }

        var whole = new byte[(int)Math.Min(size, most + 1)];
        await download.Content.ReadExactlyAsync(whole, cancellation);
        return (whole, size > most + 1 ? size : null);
    }
}
