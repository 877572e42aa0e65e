using Azure;
using Azure.Storage.Blobs.Models;
using KapFunctions.Content;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Files;

/// <summary>The next version of a post or page.</summary>
/// <param name="Live">The file that it is to replace.</param>
/// <param name="Base">The version of that file which it was made from, quoted; empty where it was made for a new file, null where nothing
/// says so.</param>
/// <param name="ModifiedAt">When it was written, in UTC.</param>
/// <param name="Written">Who wrote it, and when; null where nothing says so.</param>
public sealed record NextFile(
    string Live,
    string ETag,
    string? Base,
    long Size,
    DateTimeOffset ModifiedAt,
    FileWrite? Written = null
);

/// <summary>Next versions as they lie in storage. What each was made from stands in its own metadata, and what a live file was published
/// from in that of the live one: no index knows of either, so none that is lost forgets it.</summary>
public sealed class NextFiles(StorageClients clients, ContentFiles files)
{
    /// <summary>Those that there are, by their path, up to <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<NextFile>> ListAsync(int limit, CancellationToken cancellation)
    {
        var options = new GetBlobsOptions { Prefix = NextPaths.Prefix, Traits = BlobTraits.Metadata };
        var found = new List<NextFile>();
        await foreach (var blob in clients.Content.GetBlobsAsync(options, cancellation))
        {
            if (found.Count == limit)
            {
                break;
            }

            if (NextPaths.LiveOf(blob.Name) is { } live)
            {
                var known = blob.Properties;
                found.Add(
                    new(
                        live,
                        Quoted(known.ETag!.Value),
                        FileFacts.BaseIn(blob.Metadata),
                        known.ContentLength ?? 0,
                        known.LastModified ?? default,
                        FileFacts.WrittenIn(blob.Metadata)
                    )
                );
            }
        }

        return found;
    }

    /// <summary>The next version of the file at <paramref name="live"/>, with its text; null where there is none.</summary>
    public async Task<(NextFile File, byte[] Text)?> ReadAsync(string live, CancellationToken cancellation)
    {
        var read = await ReadBlobAsync(NextPaths.Of(live), cancellation);
        return read is var (details, text)
            ? (
                new(
                    live,
                    Quoted(details.ETag),
                    FileFacts.BaseIn(details.Metadata),
                    text.Length,
                    details.LastModified,
                    FileFacts.WrittenIn(details.Metadata)
                ),
                text
            )
            : null;
    }

    /// <summary>The live file as it stands, with its version; null where there is none.</summary>
    public async Task<(string ETag, byte[] Text)?> ReadLiveAsync(string live, CancellationToken cancellation) =>
        await ReadBlobAsync(live, cancellation) is var (details, text) ? (Quoted(details.ETag), text) : null;

    /// <summary>The live file's version, where it was published from the next version <paramref name="next"/> and nobody wrote it since.</summary>
    public Task<string?> FindPublishedAsync(string live, string next, CancellationToken cancellation) =>
        NotFound.AsNullAsync<string>(async () =>
        {
            var known = await clients.Content.GetBlobClient(live).GetPropertiesAsync(cancellationToken: cancellation);
            return FileFacts.PublishedFromIn(known.Value.Metadata) == next ? Quoted(known.Value.ETag) : null!;
        });

    /// <summary>Writes it over the version <paramref name="replaced"/>; null: none is there yet.</summary>
    public Task<WriteResult> WriteAsync(
        string live,
        byte[] text,
        string? madeFrom,
        string? replaced,
        FileWrite? written,
        CancellationToken cancellation,
        bool isPushed = false
    ) =>
        files.WriteAsync(
            NextPaths.Of(live),
            new MemoryStream(text, writable: false),
            new FileFacts(ContentTypes.Of(live), IsPushed: isPushed) { Base = madeFrom, Written = written },
            replaced,
            cancellation
        );

    /// <summary>Writes the live file over the version <paramref name="madeFrom"/>, empty for none, with the mark of what it was.</summary>
    public Task<WriteResult> PublishAsync(
        NextFile next,
        byte[] text,
        string madeFrom,
        FileWrite? written,
        CancellationToken cancellation
    ) =>
        files.WriteAsync(
            next.Live,
            new MemoryStream(text, writable: false),
            new FileFacts(ContentTypes.Of(next.Live)) { PublishedFrom = next.ETag, Written = written },
            madeFrom.Length > 0 ? madeFrom : null,
            cancellation
        );

    /// <summary>Removes it, unless it was written meanwhile.</summary>
    public Task<WriteResult> DeleteAsync(string live, string known, CancellationToken cancellation) =>
        files.DeleteAsync(NextPaths.Of(live), known, deleted: null, cancellation);

    private async Task<(BlobDownloadDetails Details, byte[] Text)?> ReadBlobAsync(
        string path,
        CancellationToken cancellation
    )
    {
        try
        {
            using var download = (
                await clients.Content.GetBlobClient(path).DownloadStreamingAsync(cancellationToken: cancellation)
            ).Value;
            var text = new byte[Math.Min(download.Details.ContentLength, PostRenderer.MaxSourceBytes + 1)];
            await download.Content.ReadExactlyAsync(text, cancellation);
            return (download.Details, text);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    private static string Quoted(ETag etag) => etag.ToString("H");
}
