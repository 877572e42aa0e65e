using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KapFunctions.Http;

/// <summary>Answers in JSON.</summary>
public static class JsonAnswer
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Bodies are HTML inside JSON: with the default escapes a third of their bytes would be escapes.</summary>
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An answer of what <paramref name="write"/> writes.</summary>
    public static Answer Of(
        Action<Utf8JsonWriter> write,
        DateTimeOffset? lastModified = null,
        string contentType = ContentType
    )
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return new(contentType, buffer.WrittenSpan.ToArray(), lastModified);
    }
}
