using Azure;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Keys;

/// <summary>The editors' keys, in a container of their own: whoever may write content can neither read nor make one.</summary>
public sealed class KeyStore(StorageClients clients)
{
    /// <summary>Keys of a site; so many come with one listing.</summary>
    public const int MaxKeys = 1_000;

    /// <summary>All keys, by name.</summary>
    public async Task<IReadOnlyList<EditorKey>> ListAsync(CancellationToken cancellation)
    {
        try
        {
            return await clients
                .Keys.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellation)
                .Take(MaxKeys)
                .Select(EditorKey.Of)
                .OfType<EditorKey>()
                .OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase)
                .ToListAsync(cancellation);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
    }

    /// <summary>False where a key has the name already.</summary>
    public async Task<bool> AddAsync(EditorKey key, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                Metadata = key.Metadata,
            };
            await clients
                .Keys.GetBlobClient(EditorKey.BlobNameOf(key.Name))
                .UploadAsync(BinaryData.FromBytes(Array.Empty<byte>()), options, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>False where there is no such key.</summary>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancellation) =>
        await clients
            .Keys.GetBlobClient(EditorKey.BlobNameOf(name))
            .DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Keeps the day of its use, if it is still the key that was read: one that was revoked does not come back, and neither does
    /// its hash under a new one of the name. False where storage could not.</summary>
    public async Task<bool> NoteUseAsync(EditorKey key, DateOnly day, CancellationToken cancellation)
    {
        try
        {
            await clients
                .Keys.GetBlobClient(EditorKey.BlobNameOf(key.Name))
                .SetMetadataAsync(
                    (key with { LastUsed = day }).Metadata,
                    new() { IfMatch = key.Version },
                    cancellation
                );
            return true;
        }
        catch (RequestFailedException failure)
        {
            // Where somebody else was first, it was with the same day, or with a revocation.
            return failure.Status is 404 or 412;
        }
        catch (AggregateException)
        {
            return false;
        }
    }
}
