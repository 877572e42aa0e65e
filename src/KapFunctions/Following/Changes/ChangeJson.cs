using System.Text.Json.Serialization;

namespace KapFunctions.Following.Changes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ChangePage))]
internal sealed partial class ChangeJson : JsonSerializerContext;
