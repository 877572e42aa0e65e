using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Content.Text;

namespace KapFunctions.Importing.Ghost;

/// <summary>Values that may be missing, or of another kind than they should, are null, empty, false or 0.</summary>
internal static class JsonRow
{
    public static string? Text(this JsonElement row, string key) =>
        row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(key, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? TextOf(value)
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    /// <summary>Half of a pair of surrogates, which JSON can say and no text can hold, is the sign for what is lost.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Unescaped(value.GetRawText());
        }
    }

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

    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            text.Append(
                raw[i] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\b',
                    'f' => '\f',
                    'u' => (char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    var itself => itself,
                }
            );
            i += raw[i] == 'u' ? 4 : 0;
        }
        return WellFormed.Text(text.ToString());
    }
}
