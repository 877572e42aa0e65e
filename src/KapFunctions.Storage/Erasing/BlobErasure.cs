using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace KapFunctions.Storage.Erasing;

/// <summary>Deletes blobs together with their snapshots and their older versions.</summary>
internal static class BlobErasure
{
    private const BlobStates Everything = BlobStates.Version | BlobStates.Snapshots;

    public static async Task<IReadOnlyList<BlobItem>> ListAsync(
        BlobContainerClient container,
        string name,
        CancellationToken cancellation
    ) =>
        await container
            .GetBlobsAsync(new GetBlobsOptions { Prefix = name, States = Everything }, cancellation)
            .Where(blob => blob.Name == name)
            .ToListAsync(cancellation);

    public static BlobBaseClient ClientOf(BlobContainerClient container, BlobItem blob)
    {
        var client = container.GetBlobBaseClient(blob.Name);
        return blob.Snapshot is { } snapshot ? client.WithSnapshot(snapshot)
            : blob.VersionId is { } version ? client.WithVersion(version)
            : client;
    }

    public static async Task<int> RunAsync(BlobContainerClient container, string name, CancellationToken cancellation)
    {
        // To delete what stands there makes it an older version, where the account keeps those.
        var found = await ListAsync(container, name, cancellation);
        await container
            .GetBlobClient(name)
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        foreach (var version in await ListAsync(container, name, cancellation))
        {
            await ClientOf(container, version).DeleteIfExistsAsync(cancellationToken: cancellation);
        }

        return found.Count;
    }

    /// <summary>The names in the container that <paramref name="isMeant"/> says yes to, whatever of them is left.</summary>
    public static async Task<IReadOnlySet<string>> FindAsync(
        BlobContainerClient container,
        Func<BlobItem, bool> isMeant,
        CancellationToken cancellation
    )
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, States = Everything };
        await foreach (var blob in container.GetBlobsAsync(options, cancellation))
        {
            if (isMeant(blob))
            {
                names.Add(blob.Name);
            }
        }

        return names;
    }
}
