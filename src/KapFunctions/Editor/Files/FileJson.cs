using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Files;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(EditedFile))]
[JsonSerializable(typeof(FileVersions))]
[JsonSerializable(typeof(MediaFiles))]
[JsonSerializable(typeof(RestoreRequest))]
[JsonSerializable(typeof(ReviewRequest))]
internal sealed partial class FileJson : JsonSerializerContext;
