using System.Text.Json.Serialization;
using KapFunctions.Editor.Posts;

namespace KapFunctions.Editor.Files;

/// <summary>How the editor's lists and answers are written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PostSummaries))]
[JsonSerializable(typeof(EditedFile))]
[JsonSerializable(typeof(FileVersions))]
[JsonSerializable(typeof(MediaFiles))]
[JsonSerializable(typeof(RestoreRequest))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class EditorJson : JsonSerializerContext;
