using System.Text.Json.Serialization;

namespace KapFunctions.Delivery.Posts;

/// <summary>How the archive is written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ArchiveList))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
