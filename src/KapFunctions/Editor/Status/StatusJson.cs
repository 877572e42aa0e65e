using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Status;

/// <summary>How the status is written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SiteStatus))]
internal sealed partial class StatusJson : JsonSerializerContext;
