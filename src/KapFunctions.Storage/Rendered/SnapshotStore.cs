using System.Globalization;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Rendered;

/// <summary>What a new instance of a large site starts from, in one blob: an image of the index, and in the blob's metadata which
/// state of it. It can be thrown away; instances then read every row.</summary>
public sealed class SnapshotStore(StorageClients clients)
{
    internal const string Name = "snapshots/index";
    private const string Epoch = "epoch";
    private const string Sequence = "sequence";

    public Task<(string Epoch, long Sequence)?> ReadStateAsync(CancellationToken cancellation) =>
        NotFound.AsNullAsync<(string Epoch, long Sequence)?>(async () =>
        {
            var properties = await clients.Rendered.GetBlobClient(Name).GetPropertiesAsync(null, cancellation);
            var metadata = properties.Value.Metadata;
            return
                metadata.TryGetValue(Epoch, out var epoch)
                && metadata.TryGetValue(Sequence, out var text)
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                ? (epoch, sequence)
                : null;
        });

    public Task<Stream?> OpenAsync(CancellationToken cancellation) =>
        NotFound.AsNullAsync<Stream>(async () =>
        {
            var download = await clients.Rendered.GetBlobClient(Name).DownloadStreamingAsync(null, cancellation);
            return download.Value.Content;
        });

    public Task SaveAsync(string epoch, long sequence, Stream snapshot, CancellationToken cancellation) =>
        clients
            .Rendered.GetBlobClient(Name)
            .UploadAsync(
                snapshot,
                new BlobUploadOptions
                {
                    Metadata = new Dictionary<string, string>
                    {
                        [Epoch] = epoch,
                        [Sequence] = sequence.ToString(CultureInfo.InvariantCulture),
                    },
                },
                cancellation
            );
}
