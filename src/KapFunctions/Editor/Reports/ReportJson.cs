using System.Text.Json.Serialization;

namespace KapFunctions.Editor.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ProblemList))]
internal sealed partial class ReportJson : JsonSerializerContext;
