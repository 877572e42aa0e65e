using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Queues;

/// <summary>A delivery that was given up.</summary>
/// <param name="FailedAt">When the last try failed, in UTC.</param>
public sealed record DeadDelivery(string Id, DateTimeOffset FailedAt, string Error, string Message);

/// <summary>How far each webhook target, and the cache in front, has been told of the log, and what could not be delivered. It
/// stands in the index table in a partition of its own, since it is no part of what a publish commits.</summary>
public sealed class WebhookStore(StorageClients clients)
{
    private const string Partition = "webhooks";
    private const string CursorPrefix = "cursor:";
    private const string DeadPrefix = "dead:";

    /// <summary>Stored tables hold it: the name stays, whatever the type is called.</summary>
    private const string CursorColumn = "LogCursor";

    public async Task<Stored<LogPosition>> ReadCursorAsync(string url, CancellationToken cancellation)
    {
        var found = await clients.Index.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            CursorKey(url),
            cancellationToken: cancellation
        );
        return found is { HasValue: true, Value: { } entity }
            ? new(LogPosition.Parse(entity.GetString(CursorColumn) ?? ""), entity.ETag)
            : default;
    }

    /// <summary>By the clock of storage; null where there is none.</summary>
    public async Task<DateTimeOffset?> CursorMovedAtAsync(string url, CancellationToken cancellation)
    {
        var found = await clients.Index.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            CursorKey(url),
            cancellationToken: cancellation
        );
        return found is { HasValue: true, Value: { } entity } ? entity.Timestamp : null;
    }

    public async Task<bool> MoveCursorAsync(
        string url,
        LogPosition cursor,
        Stored<LogPosition> from,
        CancellationToken cancellation
    )
    {
        var entity = new TableEntity(Partition, CursorKey(url)) { ["Url"] = url, [CursorColumn] = cursor.ToString() };
        try
        {
            await (
                from.ETag is { } version
                    ? clients.Index.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancellation)
                    : clients.Index.AddEntityAsync(entity, cancellation)
            );
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    public async Task BuryAsync(DeadDelivery dead, CancellationToken cancellation) =>
        await clients.Index.UpsertEntityAsync(
            new TableEntity(Partition, DeadPrefix + dead.Id)
            {
                [nameof(DeadDelivery.FailedAt)] = dead.FailedAt,
                [nameof(DeadDelivery.Error)] = dead.Error,
                [nameof(DeadDelivery.Message)] = dead.Message,
            },
            TableUpdateMode.Replace,
            cancellation
        );

    public IAsyncEnumerable<DeadDelivery> ReadDeadAsync(CancellationToken cancellation) =>
        clients
            .Index.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Partition} and RowKey ge {DeadPrefix} and RowKey lt {IndexKeys.EndOf(DeadPrefix)}"
                ),
                cancellationToken: cancellation
            )
            .Select(ReadDead);

    public async Task<DeadDelivery?> FindDeadAsync(string id, CancellationToken cancellation)
    {
        var found = await clients.Index.GetEntityIfExistsAsync<TableEntity>(
            Partition,
            DeadPrefix + id,
            cancellationToken: cancellation
        );
        return found is { HasValue: true, Value: { } entity } ? ReadDead(entity) : null;
    }

    public async Task ForgetDeadAsync(string id, CancellationToken cancellation) =>
        await clients.Index.DeleteEntityAsync(Partition, DeadPrefix + id, ETag.All, cancellation);

    public static string NameOf(string url) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 8));

    private static string CursorKey(string url) => CursorPrefix + NameOf(url);

    private static DeadDelivery ReadDead(TableEntity entity) =>
        new(
            entity.RowKey[DeadPrefix.Length..],
            entity.GetDateTimeOffset(nameof(DeadDelivery.FailedAt)) ?? default,
            entity.GetString(nameof(DeadDelivery.Error)) ?? "",
            entity.GetString(nameof(DeadDelivery.Message)) ?? ""
        );
}
