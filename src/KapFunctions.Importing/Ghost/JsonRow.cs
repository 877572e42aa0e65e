using System.Globalization;
using System.Text.Json;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

/// <summary>Values that may be missing, or of another kind than they should, are null, empty, false or 0.</summary>
internal static class JsonRow
{
    public static string? Text(this JsonElement row, string key) =>
        row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(key, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? JsonText.Of(value)
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    public static JsonElement Inner(this JsonElement row, string key) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(key, out var inner) ? inner : default;

    public static IEnumerable<JsonElement> Items(this JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>Older exports write switches as 0 and 1.</summary>
    public static bool Flag(this JsonElement row, string key) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty(key, out var value)
        && (
            value.ValueKind == JsonValueKind.True
            || value.ValueKind == JsonValueKind.Number && value.GetRawText() == "1"
        );

    public static long Number(this JsonElement row, string key) =>
        long.TryParse(row.Text(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A time, as ISO 8601 or, in older exports, as milliseconds since 1970.</summary>
    public static DateTimeOffset? Time(this JsonElement row, string key)
    {
        const long End = 253_402_300_799_999;
        var text = row.Text(key);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return milliseconds <= End ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }
        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;
    }
}
