using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Preview;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PreviewLink))]
[JsonSerializable(typeof(PreviewRendering))]
[JsonSerializable(typeof(PreviewRequest))]
internal sealed partial class PreviewJson : JsonSerializerContext;
