using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Rendered;

/// <summary>How documents and reports are written, as rows are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(RenderedDocument))]
public sealed partial class RenderedJson : JsonSerializerContext
{
    static RenderedJson()
    {
        // Letters of every language stay as they are. Nothing here is ever put into HTML as it is.
        Default = new RenderedJson(
            new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
