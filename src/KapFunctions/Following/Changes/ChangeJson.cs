using System.Text.Json.Serialization;

namespace KapFunctions.Following.Changes;

/// <summary>How changes are written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ChangePage))]
internal sealed partial class ChangeJson : JsonSerializerContext;
