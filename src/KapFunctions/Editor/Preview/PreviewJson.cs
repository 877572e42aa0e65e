using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Preview;

/// <summary>How previews are asked for and written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PreviewLink))]
[JsonSerializable(typeof(PreviewRendering))]
[JsonSerializable(typeof(PreviewRequest))]
internal sealed partial class PreviewJson : JsonSerializerContext;
