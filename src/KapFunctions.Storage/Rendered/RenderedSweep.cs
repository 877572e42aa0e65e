using Azure;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Rendered;

/// <summary>Removes what no row names any more from the rendered container.</summary>
public sealed class RenderedSweep(StorageClients clients)
{
    /// <summary>A publish puts its blobs before it commits the row that names them, so what is young is left alone: by storage's
    /// clock, which also dates the blobs, since that of an instance may be wrong.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private static readonly string[] Swept = [.. RenderedNames.Prefixes, MediaStore.VariantPrefix];

    public async Task<int> RunAsync(IReadOnlySet<string> named, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var prefix in Swept)
        {
            var listing = clients.Rendered.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation);
            await foreach (var page in listing.AsPages())
            {
                var oldest = page.GetRawResponse().Headers.Date - Grace;
                foreach (var blob in page.Values)
                {
                    if (!named.Contains(blob.Name) && blob.Properties.LastModified < oldest)
                    {
                        deleted += await DeleteAsync(blob, cancellation) ? 1 : 0;
                    }
                }
            }
        }

        return deleted;
    }

    /// <summary>Only the version that was listed: a publish that needs the blob again has put it again, with another ETag.</summary>
    private async Task<bool> DeleteAsync(BlobItem blob, CancellationToken cancellation)
    {
        try
        {
            var listed = new BlobRequestConditions { IfMatch = blob.Properties.ETag };
            await clients
                .Rendered.GetBlobClient(blob.Name)
                .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, listed, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
    }
}
