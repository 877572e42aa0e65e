using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

/// <summary>JSON that was cut off, or that a program wrote with characters that none may hold: what is whole of it is read.</summary>
internal static class LenientJson
{
    private const int MaxDepth = 64;

    /// <param name="export">The whole file, of bounded length.</param>
    /// <param name="report">Is told where it ends too early.</param>
    /// <exception cref="JsonException">There is nothing in it that could be read.</exception>
    public static JsonDocument Parse(Stream export, ImportReport report)
    {
        var all = new byte[export.Length];
        export.ReadExactly(all);
        ReadOnlyMemory<byte> bytes = all;
        bytes = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        // The parser does not look at this, and whoever asks for such a text gets an exception.
        bytes = Utf8.IsValid(bytes.Span) ? bytes : Mended(bytes);
        try
        {
            return JsonDocument.Parse(bytes, new() { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            return ParseMended(Mended(bytes), report);
        }
    }

    private static JsonDocument ParseMended(byte[] bytes, ImportReport report)
    {
        try
        {
            return JsonDocument.Parse(bytes, new() { MaxDepth = MaxDepth });
        }
        catch (JsonException wrong)
        {
            if (Whole(bytes) is not { } whole)
            {
                throw;
            }
            report.Add(
                "export",
                $"line {wrong.LineNumber + 1}: it breaks off or is damaged here; what stands before was read, all behind it is missing. Export it again, under Settings, Import/Export"
            );
            return JsonDocument.Parse(whole, new() { MaxDepth = MaxDepth });
        }
    }

    /// <summary>Bytes that are no UTF-8 are Latin-1; control characters are blanks, which they are between values as well.</summary>
    private static byte[] Mended(ReadOnlyMemory<byte> bytes)
    {
        var mended = Encoding.UTF8.GetBytes(Latin1Fallback.Utf8OrLatin1.GetString(bytes.Span));
        foreach (ref var one in mended.AsSpan())
        {
            one = one < 0x20 && one != (byte)'\n' ? (byte)' ' : one;
        }
        return mended;
    }

    /// <summary>Up to the last value that is whole, with all that is open closed; null where there is none.</summary>
    private static byte[]? Whole(byte[] bytes)
    {
        var open = new Stack<byte>();
        var end = 0L;
        byte[] closing = [];
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        open.Push((byte)'}');
                        break;
                    case JsonTokenType.StartArray:
                        open.Push((byte)']');
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        (end, closing) = (reader.BytesConsumed, [.. open]);
                        break;
                }
            }
        }
        catch (JsonException) { }
        return end == 0 ? null : [.. bytes.AsSpan(0, (int)end), .. closing];
    }
}
