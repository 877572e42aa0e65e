using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KapFunctions.Http;

internal static class JsonAnswer
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>With the default escapes a third of a body, HTML inside JSON, would be escapes.</summary>
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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
