using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Pasting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ConvertedText))]
[JsonSerializable(typeof(PictureRequest))]
internal sealed partial class PastedJson : JsonSerializerContext;
