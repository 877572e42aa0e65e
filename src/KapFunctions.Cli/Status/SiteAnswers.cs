using System.Text.Json.Serialization;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Status;

/// <summary><c>GET /api/editor/status</c>, as far as it is shown.</summary>
internal sealed record StatusAnswer(
    string? Version,
    CountsAnswer? Posts,
    WithdrawnAnswer? Withdrawn,
    RebuildAnswer? Rebuild,
    PublishAnswer? LastPublish,
    IReadOnlyList<QueueAnswer>? Queues
);

internal sealed record CountsAnswer(int Total, IReadOnlyDictionary<string, int>? ByState, int WithErrors);

/// <summary>What newer rules or settings took down.</summary>
internal sealed record WithdrawnAnswer(int Count, IReadOnlyList<string>? Paths);

internal sealed record RebuildAnswer(int Remaining);

internal sealed record PublishAnswer(string Path, DateTimeOffset At, double LagSeconds);

internal sealed record QueueAnswer(string Name, int Messages);

/// <summary><c>GET /api/editor/problems</c>.</summary>
internal sealed record ProblemsAnswer(IReadOnlyList<FileAnswer>? Files);

internal sealed record FileAnswer(string Path, bool Online, IReadOnlyList<Problem>? Problems);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ProblemsAnswer))]
internal sealed partial class SiteJson : JsonSerializerContext;
