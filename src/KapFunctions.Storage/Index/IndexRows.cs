using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>Rows and JSON, one release ahead: a kind that this program does not know is an <see cref="UnknownRow"/>, and a field
/// that it does not know stays in what the row came as.</summary>
public static class IndexRows
{
    private const string Kind = "$type";

    private static readonly HashSet<string> Kinds =
    [
        .. IndexJson.Default.IndexRow.PolymorphismOptions!.DerivedTypes.Select(type => (string)type.TypeDiscriminator!),
    ];

    /// <summary>The row under <paramref name="key"/>; null where somebody has corrupted it.</summary>
    public static IndexRow? Read(string key, byte[] json)
    {
        try
        {
            if (KindOf(json) is not { } kind)
            {
                return null;
            }

            if (!Kinds.Contains(kind))
            {
                using var whole = JsonDocument.Parse(json);
                return new UnknownRow(key, json);
            }

            var row = JsonSerializer.Deserialize(json, IndexJson.Default.IndexRow);
            row?.AsItCame = json;
            return row;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write(IndexRow row) =>
        row.AsItCame ?? JsonSerializer.SerializeToUtf8Bytes(row, IndexJson.Default.IndexRow);

    internal static IndexRow? Read(string key, string json) => Read(key, Encoding.UTF8.GetBytes(json));

    /// <summary>It stands first, as it is written; what has none is no row.</summary>
    private static string? KindOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return
            reader.Read()
            && reader.TokenType == JsonTokenType.StartObject
            && reader.Read()
            && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals(Kind)
            && reader.Read()
            && reader.TokenType == JsonTokenType.String
            ? reader.GetString()
            : null;
    }
}

/// <summary>A row in an entry of the log, told apart from one that was removed whatever its kind.</summary>
internal sealed class RowChangeConverter : JsonConverter<RowChange>
{
    private const string Key = "key";
    private const string Row = "row";

    public override RowChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var change = JsonElement.ParseValue(ref reader);
        var key =
            change.ValueKind == JsonValueKind.Object && change.TryGetProperty(Key, out var name)
                ? name.GetString()
                : null;
        if (key is null)
        {
            throw new JsonException("A change of a row has no key.");
        }

        if (!change.TryGetProperty(Row, out var row) || row.ValueKind == JsonValueKind.Null)
        {
            return new(key, null);
        }

        return new(
            key,
            IndexRows.Read(key, JsonMarshal.GetRawUtf8Value(row).ToArray())
                ?? throw new JsonException($"The row under {key} cannot be read.")
        );
    }

    public override void Write(Utf8JsonWriter writer, RowChange value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Key, value.Key);
        if (value.Row is { } row)
        {
            writer.WritePropertyName(Row);
            writer.WriteRawValue(IndexRows.Write(row));
        }

        writer.WriteEndObject();
    }
}

/// <summary>What the log tells, by its name; whatever else stands there is <see cref="ChangeKind.Unknown"/>.</summary>
internal sealed class ChangeKindConverter : JsonConverter<ChangeKind>
{
    public override ChangeKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (
            reader.TokenType == JsonTokenType.String
            && Enum.TryParse<ChangeKind>(reader.GetString(), ignoreCase: true, out var kind)
            && Enum.IsDefined(kind)
        )
        {
            return kind;
        }

        reader.Skip();
        return ChangeKind.Unknown;
    }

    public override void Write(Utf8JsonWriter writer, ChangeKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
