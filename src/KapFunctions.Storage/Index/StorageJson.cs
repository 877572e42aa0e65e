using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Storage.Erasing;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Storage.Index;

/// <summary>How rows and documents are written: names in camel case, enums by name, nothing for defaults, unknown fields ignored.</summary>
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
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(RenderedDocument))]
[JsonSerializable(typeof(Traces))]
public sealed partial class StorageJson : JsonSerializerContext
{
    static StorageJson()
    {
        // Rows are counted in characters: é must stay one, not six. Nothing here is ever put into HTML as it is.
        Default = new StorageJson(
            new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
