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

internal sealed record PublishAnswer(string Path, DateTimeOffset At, double LagSeconds, string? By);

internal sealed record QueueAnswer(string Name, int Messages);

/// <summary><c>GET /api/editor/problems</c>.</summary>
internal sealed record ProblemsAnswer(IReadOnlyList<FileAnswer>? Files);

internal sealed record FileAnswer(string Path, bool Online, IReadOnlyList<Problem>? Problems);

/// <summary><c>GET /api/editor/keys</c>.</summary>
internal sealed record KeysAnswer(IReadOnlyList<KeyAnswer>? Keys);

internal sealed record KeyAnswer(string Name, string Role, DateTimeOffset MadeAt, string? MadeBy, DateOnly? LastUsed);

internal sealed record KeyQuestion(string? Name, string? Role);

internal sealed record NewKeyAnswer(string Name, string Role, string Key);

/// <summary>A problem document.</summary>
internal sealed record RefusalAnswer(string? Detail);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ProblemsAnswer))]
[JsonSerializable(typeof(KeysAnswer))]
[JsonSerializable(typeof(KeyQuestion))]
[JsonSerializable(typeof(NewKeyAnswer))]
[JsonSerializable(typeof(RefusalAnswer))]
internal sealed partial class SiteJson : JsonSerializerContext;
