using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Posts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PostSummaries))]
internal sealed partial class PostSummaryJson : JsonSerializerContext;
