using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Erasing;

/// <summary>How the note of an erasure is written, as rows are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Traces))]
internal sealed partial class ErasureJson : JsonSerializerContext
{
    static ErasureJson()
    {
        // Letters of every language stay as they are. Nothing here is ever put into HTML as it is.
        Default = new ErasureJson(
            new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
