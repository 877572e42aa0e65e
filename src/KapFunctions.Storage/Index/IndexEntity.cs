using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace KapFunctions.Storage.Index;

/// <summary>Rows as table entities: JSON in <c>Data0</c>, <c>Data1</c>, … since a string property holds at most 32 K characters.
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</summary>
internal static class IndexEntity
{
    /// <summary>One partition a site, so that a publish is one transaction.</summary>
    public const string Partition = "site";

    private const int MaxPropertyChars = 32_000;

    private const int EscapedBytes = 6;

    /// <summary>Headers of a part of a transaction, and an entity's own keys.</summary>
    private const int OverheadBytes = 1_024;

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
        where T : class => Read(DataOf(entity), type);

    /// <summary>What stands in a property of its own, so that it can be written without the rest; null for nothing.</summary>
    public static T? ReadBeside<T>(TableEntity entity, string property, JsonTypeInfo<T> type)
        where T : class => Read(TextOf(entity, property) ?? "null", type);

    public static string? TextOf(TableEntity entity, string property) =>
        entity.TryGetValue(property, out var value) && value is string { Length: > 0 } text ? text : null;

    private static T? Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
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
            [nameof(Head.Restoring)] = head.Restoring,
        };

    /// <summary>The head; null where somebody has corrupted it, which loses its log.</summary>
    public static Head? ReadHead(TableEntity entity) =>
        entity.TryGetValue(nameof(Head.Epoch), out var epoch)
        && epoch is string { Length: > 0 } name
        && entity.TryGetValue(nameof(Head.Sequence), out var sequence)
        && sequence is long number and >= 0
        && entity.TryGetValue(nameof(Head.Rendering), out var rendering)
        && rendering is string under
            ? new(name, number, Is(entity, nameof(Head.Complete)), under, Is(entity, nameof(Head.Restoring)))
            : null;

    private static bool Is(TableEntity entity, string property) =>
        entity.TryGetValue(property, out var value) && value is true;

    /// <summary>At most how many bytes the entity takes in a transaction: a character that JSON escapes takes six.</summary>
    public static int MostBytes(ITableEntity entity) =>
        OverheadBytes
        + (
            entity is IDictionary<string, object> row
                ? row.Values.OfType<string>().Sum(text => text.Length * EscapedBytes)
                : 0
        );

    public static string DataOf(TableEntity entity)
    {
        var first = TextOf(entity, DataProperty(0)) ?? "null";
        if (first.Length < MaxPropertyChars)
        {
            return first;
        }

        var parts = new List<string> { first };
        while (TextOf(entity, DataProperty(parts.Count)) is { } next)
        {
            parts.Add(next);
        }

        return string.Concat(parts);
    }

    private static string DataProperty(int index) => string.Create(CultureInfo.InvariantCulture, $"Data{index}");
}
