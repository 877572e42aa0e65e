using Azure;
using Azure.Storage.Blobs.Specialized;

namespace KapFunctions.Storage.Account;

/// <summary>Lets one instance at a time do a piece of work. It only saves double work: whatever runs under it must be safe when
/// two run anyway, since a lease can end while its holder still works.</summary>
public sealed class StorageLease(StorageClients clients, TimeProvider clock)
{
    /// <summary>https://learn.microsoft.com/rest/api/storageservices/lease-blob: 15 to 60 seconds.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for the lease of an instance that died to end.</summary>
    private static readonly TimeSpan Patience = Duration + TimeSpan.FromSeconds(2);

    public async Task<bool> TryRunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        var blob = clients.Rendered.GetBlobClient($"leases/{name}");
        await CreateIfMissingAsync(blob, cancellation);
        var lease = blob.GetBlobLeaseClient();
        if (!await AcquireAsync(lease, cancellation))
        {
            return false;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(lease, ending.Token);
        try
        {
            await work(cancellation);
        }
        finally
        {
            await ending.CancelAsync();
            await renewing;
            await ReleaseAsync(lease);
        }

        return true;
    }

    private async Task<bool> AcquireAsync(BlobLeaseClient lease, CancellationToken cancellation)
    {
        for (var started = clock.GetTimestamp(); ; await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellation))
        {
            try
            {
                await lease.AcquireAsync(Duration, cancellationToken: cancellation);
                return true;
            }
            catch (RequestFailedException failure) when (failure.Status == 409)
            {
                if (clock.GetElapsedTime(started) > Patience)
                {
                    return false;
                }
            }
        }
    }

    private static async Task CreateIfMissingAsync(Azure.Storage.Blobs.BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // It is there already, or leased.
        }
    }

    private async Task RenewAsync(BlobLeaseClient lease, CancellationToken ending)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Renewal, clock, ending);
                await lease.RenewAsync(cancellationToken: ending);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // The lease is lost: the work goes on, and another instance may begin the same, which is safe.
        }
    }

    private static async Task ReleaseAsync(BlobLeaseClient lease)
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // It ends by itself soon.
        }
    }
}
