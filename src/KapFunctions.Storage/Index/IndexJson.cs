using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>How rows are written: names in camel case, enums by name, nothing for defaults, unknown fields ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(IndexRow))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(ClaimRow))]
[JsonSerializable(typeof(IdentityRow))]
[JsonSerializable(typeof(KeptRow))]
[JsonSerializable(typeof(WaitingRow))]
[JsonSerializable(typeof(DueRow))]
[JsonSerializable(typeof(HistoryRow))]
public sealed partial class IndexJson : JsonSerializerContext
{
    static IndexJson()
    {
        // Rows are counted in characters: é must stay one, not six. Nothing here is ever put into HTML as it is.
        Default = new IndexJson(
            new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
