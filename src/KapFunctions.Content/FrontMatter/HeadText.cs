using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Files as <see cref="HeadEdit"/> takes them.</summary>
internal static class HeadText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null where it is not UTF-8.</summary>
    public static string? Of(SourceFile source)
    {
        try
        {
            return Utf8.GetString(source.Bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static SourceFile FileOf(string path, string text) => new(path, Utf8.GetBytes(text));

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
