using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Account;

/// <summary>A blob in the archive tier: storage tells everything of it but what is in it.</summary>
/// <param name="ETag">Not the blob's own, which stays when it leaves the archive: whoever looks then is to read it.</param>
/// <param name="Size">Bytes.</param>
internal readonly record struct ArchivedBlob(
    string ETag,
    DateTimeOffset CreatedAt,
    DateTimeOffset UploadedAt,
    long Size
)
{
    private const string Mark = "archived-";

    public static bool Is(RequestFailedException failure) => failure.ErrorCode == BlobErrorCode.BlobArchived;

    public static async Task<ArchivedBlob> LookAsync(BlobClient blob, CancellationToken cancellation)
    {
        var known = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        var etag = Mark + known.ETag.ToString().Trim('"');
        return new(etag, known.CreatedOn, known.LastModified, known.ContentLength);
    }
}
