using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Status;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SiteStatus))]
internal sealed partial class StatusJson : JsonSerializerContext;
