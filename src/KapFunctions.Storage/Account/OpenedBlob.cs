using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Account;

/// <summary>A blob that somebody looked at.</summary>
/// <param name="MissingAt">By storage's clock, when it said that nothing stands there.</param>
internal readonly record struct OpenedBlob(
    BlobDownloadStreamingResult? Download,
    bool IsUnchanged,
    DateTimeOffset? MissingAt,
    bool IsArchived = false
)
{
    /// <summary>The metadata of what only says that there is a folder: https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-namespace</summary>
    private const string FolderMark = "hdi_isfolder";

    private static readonly OpenedBlob Unchanged = new(null, IsUnchanged: true, null);

    /// <summary>Opens the blob, unless it is still the version <paramref name="knownETag"/>.</summary>
    public static async Task<OpenedBlob> OpenAsync(BlobClient blob, string? knownETag, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = knownETag is null ? null : new ETag(knownETag) };
        try
        {
            var options = new BlobDownloadOptions { Conditions = conditions };
            var response = await blob.DownloadStreamingAsync(options, cancellation);
            // The conditional form answers 304 as a response, or as an exception.
            if (response.GetRawResponse().Status == 304)
            {
                return Unchanged;
            }
            if (response.Value.Details.Metadata?.ContainsKey(FolderMark) == true)
            {
                response.Value.Dispose();
                return new(null, IsUnchanged: false, response.GetRawResponse().Headers.Date);
            }
            return new(response.Value, IsUnchanged: false, null);
        }
        catch (RequestFailedException failure) when (failure.Status == 304)
        {
            return Unchanged;
        }
        catch (RequestFailedException failure) when (ArchivedBlob.Is(failure))
        {
            return new(null, IsUnchanged: false, null, IsArchived: true);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return new(null, IsUnchanged: false, failure.GetRawResponse()?.Headers.Date);
        }
    }
}
