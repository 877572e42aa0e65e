using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Posts;

/// <summary>How the list of posts is written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PostSummaries))]
internal sealed partial class PostSummaryJson : JsonSerializerContext;
