using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Files;

/// <summary>A file that is being read.</summary>
/// <param name="Content">Its bytes; dispose it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">When it was written, in UTC.</param>
public sealed record OpenedFile(Stream Content, string ContentType, string ETag, long Size, DateTimeOffset ModifiedAt)
    : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>A file in a list.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedAt">When it was written, in UTC.</param>
public sealed record ListedFile(string Path, string ContentType, string ETag, long Size, DateTimeOffset ModifiedAt);

/// <summary>A file as a folder is compared with it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">The MD5 of its bytes; null where storage was not told of it.</param>
public sealed record ComparedFile(string Path, string ETag, long Size, byte[]? Hash, bool IsPushed);

/// <summary>What a write came to.</summary>
public readonly record struct WriteResult(bool IsDone, string? ETag);

/// <summary>The files of the content container as editors write them: never over a version that they have not seen, and never
/// without keeping what was there. Where the account keeps versions by itself that is enough; where it does not, as in Azurite, a
/// snapshot is taken before each write, and a copy before each deletion.</summary>
public sealed class ContentFiles(StorageClients clients)
{
    /// <summary>Bytes of a write that are in memory at once.</summary>
    private const int BlockBytes = 4 << 20;

    public async Task<OpenedFile?> OpenAsync(string path, string? version, CancellationToken cancellation)
    {
        try
        {
            if (BlobOf(path, version) is not { } blob)
            {
                return null;
            }

            var download = (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            var details = download.Details;
            return new(
                download.Content,
                details.ContentType,
                Quoted(details.ETag),
                details.ContentLength,
                details.LastModified
            );
        }
        catch (RequestFailedException failure) when (failure.Status is 404 || IsUnknownVersion(failure, version))
        {
            return null;
        }
    }

    /// <summary>Writes the file on the condition that the version <paramref name="replaced"/> stands there; null: nothing does.</summary>
    public async Task<WriteResult> WriteAsync(
        string path,
        Stream content,
        FileFacts facts,
        string? replaced,
        CancellationToken cancellation
    )
    {
        var blob = clients.Content.GetBlobClient(path);
        try
        {
            if (replaced is not null)
            {
                await KeepAsync(blob, replaced, cancellation);
            }

            var options = new BlobUploadOptions
            {
                Conditions = Only(replaced),
                HttpHeaders = new() { ContentType = facts.ContentType, ContentHash = facts.Hash },
                Metadata = facts.Metadata,
                TransferOptions = new()
                {
                    InitialTransferSize = BlockBytes,
                    MaximumTransferSize = BlockBytes,
                    MaximumConcurrency = 1,
                },
            };
            var written = await blob.UploadAsync(content, options, cancellation);
            return new(IsDone: true, Quoted(written.Value.ETag));
        }
        catch (RequestFailedException failure) when (IsConflict(failure))
        {
            return new(IsDone: false, await ETagOfAsync(blob, cancellation));
        }
    }

    /// <summary>Deletes the file on the condition that the version <paramref name="known"/> stands there.</summary>
    /// <param name="deleted">Who does it, and when; kept with the copy where the account keeps no versions.</param>
    public async Task<WriteResult> DeleteAsync(
        string path,
        string known,
        FileWrite? deleted,
        CancellationToken cancellation
    )
    {
        var blob = clients.Content.GetBlobClient(path);
        try
        {
            await KeepDeletedAsync(blob, path, known, deleted, cancellation);
            await blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, Only(known), cancellation);
            return new(IsDone: true, ETag: null);
        }
        catch (RequestFailedException failure) when (IsConflict(failure))
        {
            return new(IsDone: false, await ETagOfAsync(blob, cancellation));
        }
    }

    /// <summary>The versions that are kept, the newest first; none where the file was never there.</summary>
    public async Task<IReadOnlyList<FileVersion>> ListVersionsAsync(string path, CancellationToken cancellation)
    {
        var options = new GetBlobsOptions
        {
            Prefix = path,
            States = BlobStates.Version | BlobStates.Snapshots,
            Traits = BlobTraits.Metadata,
        };
        var versions = new List<FileVersion>();
        await foreach (var blob in clients.Content.GetBlobsAsync(options, cancellation))
        {
            if (blob.Name == path)
            {
                versions.Add(FileVersion.Of(blob));
            }
        }

        if (versions.Count == 0 && await FindDeletedAsync(path, cancellation) is { } deleted)
        {
            versions.Add(deleted);
        }

        return [.. versions.OrderByDescending(version => version.IsCurrent).ThenByDescending(version => version.At)];
    }

    public async Task<IReadOnlyList<ListedFile>> ListAsync(string prefix, int limit, CancellationToken cancellation)
    {
        var files = new List<ListedFile>();
        await foreach (var blob in clients.Content.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            if (files.Count == limit)
            {
                break;
            }

            var known = blob.Properties;
            files.Add(
                new(
                    blob.Name,
                    known.ContentType ?? "",
                    Quoted(known.ETag!.Value),
                    known.ContentLength ?? 0,
                    known.LastModified ?? default
                )
            );
        }

        return files;
    }

    public async IAsyncEnumerable<ComparedFile> CompareAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata };
        await foreach (var blob in clients.Content.GetBlobsAsync(options, cancellation))
        {
            var known = blob.Properties;
            yield return new(
                blob.Name,
                Quoted(known.ETag!.Value),
                known.ContentLength ?? 0,
                known.ContentHash,
                FileFacts.IsPushedIn(blob.Metadata)
            );
        }
    }

    private BlobClient? BlobOf(string path, string? version) =>
        FileVersion.Parse(version) switch
        {
            (FileVersionKind.Version, var id) => clients.Content.GetBlobClient(path).WithVersion(id),
            (FileVersionKind.Snapshot, var id) => clients.Content.GetBlobClient(path).WithSnapshot(id),
            (FileVersionKind.Deleted, _) => DeletedCopyOf(path),
            (FileVersionKind.Current, _) => clients.Content.GetBlobClient(path),
            _ => null,
        };

    /// <summary>Sees to it that the version about to be replaced can be had again.</summary>
    private static async Task KeepAsync(BlobClient blob, string etag, CancellationToken cancellation)
    {
        var known = await blob.GetPropertiesAsync(Only(etag), cancellation);
        if (known.Value.VersionId is null)
        {
            await blob.CreateSnapshotAsync(conditions: Only(etag), cancellationToken: cancellation);
        }
    }

    /// <summary>A deletion takes a blob's snapshots along, so without versions the last state is copied elsewhere.</summary>
    private async Task KeepDeletedAsync(
        BlobClient blob,
        string path,
        string etag,
        FileWrite? deleted,
        CancellationToken cancellation
    )
    {
        var known = await blob.GetPropertiesAsync(Only(etag), cancellation);
        if (known.Value.VersionId is not null)
        {
            return;
        }

        await using var content = await blob.OpenReadAsync(
            new BlobOpenReadOptions(allowModifications: false) { Conditions = Only(etag) },
            cancellation
        );
        var facts = new FileFacts(known.Value.ContentType) { Written = deleted };
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = facts.ContentType },
            Metadata = facts.Metadata,
        };
        await DeletedCopyOf(path).UploadAsync(content, options, cancellation);
    }

    private Task<FileVersion?> FindDeletedAsync(string path, CancellationToken cancellation) =>
        NotFound.AsNullAsync<FileVersion>(async () =>
        {
            var kept = await DeletedCopyOf(path).GetPropertiesAsync(cancellationToken: cancellation);
            return FileVersion.Deleted(
                kept.Value.LastModified,
                kept.Value.ContentLength,
                FileFacts.WrittenIn(kept.Value.Metadata)
            );
        });

    /// <summary>No sweep looks there.</summary>
    private BlobClient DeletedCopyOf(string path) => clients.Rendered.GetBlobClient(DeletedCopyName(path));

    internal static string DeletedCopyName(string path) =>
        "deleted/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));

    private static Task<string?> ETagOfAsync(BlobClient blob, CancellationToken cancellation) =>
        NotFound.AsNullAsync<string>(async () =>
            Quoted((await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag)
        );

    private static BlobRequestConditions Only(string? etag) =>
        etag is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = new ETag(etag) };

    private static string Quoted(ETag etag) => etag.ToString("H");

    /// <summary>A missing container is no conflict, and neither is a missing right.</summary>
    private static bool IsConflict(RequestFailedException failure) =>
        failure.Status == 412
        || failure.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || failure.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>A caller's version that storage cannot even parse.</summary>
    private static bool IsUnknownVersion(RequestFailedException failure, string? version) =>
        version is not null && failure.Status == 400;
}
