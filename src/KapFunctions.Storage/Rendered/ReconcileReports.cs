using System.Text.Json;
using Azure;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Rendered;

/// <summary>What the last reconcile did.</summary>
/// <param name="StartedAt">When it began, in UTC.</param>
/// <param name="FinishedAt">When it ended, in UTC.</param>
/// <param name="Failed">How many of them failed; the next reconcile tries again.</param>
public sealed record ReconcileReport(
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    int LookedAt,
    int Damaged,
    int Lifted,
    int Failed
);

/// <summary>Keeps the report of the last reconcile where every instance finds it.</summary>
public sealed class ReconcileReports(StorageClients clients)
{
    private const string BlobName = "operations/reconcile.json";

    public async Task SaveAsync(ReconcileReport report, CancellationToken cancellation) =>
        await clients
            .Rendered.GetBlobClient(BlobName)
            .UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(report, RenderedJson.Default.ReconcileReport)),
                overwrite: true,
                cancellation
            );

    public async Task<ReconcileReport?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var blob = await clients.Rendered.GetBlobClient(BlobName).DownloadContentAsync(cancellation);
            return JsonSerializer.Deserialize(blob.Value.Content, RenderedJson.Default.ReconcileReport);
        }
        catch (Exception failure) when (failure is JsonException or RequestFailedException { Status: 404 })
        {
            return null;
        }
    }
}
