using System.Text.Json.Serialization;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Erasing;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Traces))]
internal sealed partial class ErasureJson : JsonSerializerContext
{
    static ErasureJson() => Default = new(StoredJson.From(s_defaultOptions));
}
