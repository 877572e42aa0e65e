using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.FrontMatter;

/// <summary>The same in a head that is JSON.</summary>
internal static partial class JsonHeadEdit
{
    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowMultipleValues = true,
    };

    public static string? Set(string text, string key, string json)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        var head = Encoding.UTF8.GetBytes(text[start..]);
        try
        {
            if (ValueOf(head, key) is var (from, to))
            {
                return text[..start]
                    + Encoding.UTF8.GetString(head, 0, from)
                    + json
                    + Encoding.UTF8.GetString(head[to..]);
            }
        }
        catch (JsonException)
        {
            return null;
        }
        // On a line of its own, where the first key stands so.
        var gap = Gap().Match(text, start + 1).Value;
        var rest = text[(start + 1)..];
        var isEmpty = rest.AsSpan().TrimStart().StartsWith("}");
        return $"{text[..(start + 1)]}{gap}{JsonSerializer.Serialize(key)}: {json}{(isEmpty ? "" : ",")}{rest}";
    }

    /// <summary>Where the value of a key of the object itself begins and ends, in bytes; null where it has none of that name.</summary>
    private static (int From, int To)? ValueOf(byte[] head, string key)
    {
        var reader = new Utf8JsonReader(head, Lenient);
        (int, int)? found = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(key);
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            found = isIt ? (from, (int)reader.BytesConsumed) : found;
        }
        return found;
    }

    [GeneratedRegex(@"\G\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
