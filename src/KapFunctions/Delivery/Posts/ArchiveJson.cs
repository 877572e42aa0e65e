using System.Text.Json.Serialization;

namespace KapFunctions.Delivery.Posts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ArchiveList))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
