using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>Who wrote a blob last, as its metadata say: whoever else writes it takes the mark away.</summary>
internal enum Writer
{
    Others,
    Mirror,
    Samples,
}

/// <summary>A blob of the content container.</summary>
/// <param name="ETag">Its version.</param>
/// <param name="Hash">The MD5 of its content; empty where storage knows none.</param>
/// <param name="Writer">Who wrote this version.</param>
internal sealed record OnlineFile(ETag ETag, byte[] Hash, Writer Writer);

/// <summary>The content container, written only in versions that are known.</summary>
internal sealed class OnlineFiles(BlobContainerClient container, Writer writer)
{
    private const string Mark = "mirrored";

    public async Task<Dictionary<string, OnlineFile>> ListAsync(CancellationToken cancellation)
    {
        var found = new Dictionary<string, OnlineFile>(StringComparer.Ordinal);
        await foreach (
            var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancellation)
        )
        {
            found[blob.Name] = new(
                // A listing leaves the quotes out that every other answer has.
                new(blob.Properties.ETag?.ToString("H") ?? ""),
                blob.Properties.ContentHash ?? [],
                WriterOf(blob.Metadata)
            );
        }

        return found;
    }

    /// <summary>Writes a file over the version that is known; over none where <paramref name="known"/> is null.</summary>
    /// <exception cref="RequestFailedException">Another version stands there (409, 412), or storage failed.</exception>
    public async Task<OnlineFile> UploadAsync(
        MirroredFile file,
        byte[] hash,
        OnlineFile? known,
        CancellationToken cancellation
    )
    {
        await using var content = FolderFiles.Open(file.Path);
        var written = await container
            .GetBlobClient(file.Name)
            .UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = ContentTypes.Of(file.Name), ContentHash = hash },
                    Metadata = new Dictionary<string, string> { [Mark] = writer.ToString() },
                    Conditions = known is null
                        ? new() { IfNoneMatch = ETag.All }
                        : new BlobRequestConditions { IfMatch = known.ETag },
                },
                cancellation
            );
        return new(written.Value.ETag, hash, writer);
    }

    /// <exception cref="RequestFailedException">Another version stands there (412), it has snapshots (409), or storage failed.</exception>
    public Task DeleteAsync(string name, OnlineFile known, CancellationToken cancellation) =>
        container
            .GetBlobClient(name)
            .DeleteIfExistsAsync(conditions: new() { IfMatch = known.ETag }, cancellationToken: cancellation);

    /// <exception cref="RequestFailedException">Another version stands there (412), or storage failed.</exception>
    public async Task DownloadAsync(string name, OnlineFile known, string path, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfMatch = known.ETag };
        var download = await container
            .GetBlobClient(name)
            .DownloadStreamingAsync(new() { Conditions = conditions }, cancellation);
        await using var content = download.Value.Content;
        await AtomicFile.WriteAsync(path, content, cancellation);
    }

    private static Writer WriterOf(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(Mark, out var mark) && Enum.TryParse<Writer>(mark, out var writer)
            ? writer
            : Writer.Others;
}
