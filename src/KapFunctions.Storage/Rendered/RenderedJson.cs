using System.Text.Json.Serialization;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Rendered;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReconcileReport))]
[JsonSerializable(typeof(RenderedDocument))]
public sealed partial class RenderedJson : JsonSerializerContext
{
    static RenderedJson() => Default = new(StoredJson.From(s_defaultOptions));
}
