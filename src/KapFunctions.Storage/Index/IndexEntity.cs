using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace KapFunctions.Storage.Index;

/// <summary>
/// Rows as table entities: JSON in <c>Data0</c>, <c>Data1</c>, … since a string property holds at most 32 K characters.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
internal static class IndexEntity
{
    /// <summary>One partition a site, so that a publish is one transaction.</summary>
    public const string Partition = "site";

    private const int MaxPropertyChars = 32_000;

    public static TableEntity From<T>(string key, T row, JsonTypeInfo<T> type) =>
        FromJson(key, JsonSerializer.Serialize(row, type));

    public static TableEntity FromJson(string key, string json)
    {
        var entity = new TableEntity(Partition, key);
        for (var start = 0; start < json.Length; start += MaxPropertyChars)
        {
            entity[DataProperty(start / MaxPropertyChars)] = json.Substring(
                start,
                Math.Min(MaxPropertyChars, json.Length - start)
            );
        }

        return entity;
    }

    /// <summary>The row; null where somebody has corrupted it. Then it counts as lost, and the next reconcile writes it anew.</summary>
    public static T? Read<T>(TableEntity entity, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(DataOf(entity), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static TableEntity From(Head head) =>
        new(Partition, IndexKeys.Head)
        {
            [nameof(Head.Epoch)] = head.Epoch,
            [nameof(Head.Sequence)] = head.Sequence,
            [nameof(Head.Complete)] = head.Complete,
            [nameof(Head.Rendering)] = head.Rendering,
        };

    public static Head ReadHead(TableEntity entity) =>
        new(
            entity.GetString(nameof(Head.Epoch)),
            entity.GetInt64(nameof(Head.Sequence)) ?? 0,
            entity.GetBoolean(nameof(Head.Complete)) ?? false,
            entity.GetString(nameof(Head.Rendering)) ?? ""
        );

    public static string DataOf(TableEntity entity)
    {
        var first = entity.GetString(DataProperty(0)) ?? "null";
        if (first.Length < MaxPropertyChars)
        {
            return first;
        }

        var parts = new List<string> { first };
        while (entity.GetString(DataProperty(parts.Count)) is { } next)
        {
            parts.Add(next);
        }

        return string.Concat(parts);
    }

    private static string DataProperty(int index) => string.Create(CultureInfo.InvariantCulture, $"Data{index}");
}
