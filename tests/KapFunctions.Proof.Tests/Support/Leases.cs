using Azure;
using Azure.Storage.Blobs.Specialized;

namespace KapFunctions.Proof.Tests.Support;

/// <summary>The leases of an instance that died: they end by themselves after 15 seconds, which tests do not wait for.</summary>
internal static class Leases
{
    public static async Task BreakAsync(Instance survivor)
    {
        try
        {
            var lease = survivor.Storage.Rendered.GetBlobClient("leases/reconcile").GetBlobLeaseClient();
            await lease.BreakAsync(TimeSpan.Zero);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409)
        {
            // Nobody held it.
        }
    }
}
