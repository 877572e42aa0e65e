using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace KapFunctions.Standalone.Triggers;

/// <summary>Of several instances, the one that holds a container's lease polls it. The lease hinders nothing but the deletion of
/// the container, and ends by itself a minute after its holder does.</summary>
internal sealed class PollingLease(BlobContainerClient container)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    private readonly BlobLeaseClient lease = container.GetBlobLeaseClient(Guid.NewGuid().ToString());

    /// <summary>For another minute.</summary>
    public async Task<bool> TryHoldAsync(CancellationToken cancellation)
    {
        try
        {
            await lease.AcquireAsync(Duration, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }

    public async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // It was not held, or ends by itself.
        }
    }
}
