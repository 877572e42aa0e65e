using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Desk;

/// <summary>How the bundler writes which file has which name.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DeskJson : JsonSerializerContext;
