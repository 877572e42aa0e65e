using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Reports;

/// <summary>How problems are written: names in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ProblemList))]
internal sealed partial class ReportJson : JsonSerializerContext;
