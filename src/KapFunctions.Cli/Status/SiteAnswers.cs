using System.Text.Json.Serialization;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Status;

/// <summary>What <c>GET /api/editor/status</c> tells, as far as it is shown.</summary>
internal sealed record StatusAnswer(
    string? Version,
    CountsAnswer? Posts,
    WithdrawnAnswer? Withdrawn,
    RebuildAnswer? Rebuild,
    PublishAnswer? LastPublish,
    IReadOnlyList<QueueAnswer>? Queues
);

/// <summary>How many files stand how.</summary>
internal sealed record CountsAnswer(int Total, IReadOnlyDictionary<string, int>? ByState, int WithErrors);

/// <summary>What newer rules or settings took down.</summary>
internal sealed record WithdrawnAnswer(int Count, IReadOnlyList<string>? Paths);

/// <summary>How far rendering everything anew has come.</summary>
internal sealed record RebuildAnswer(int Remaining);

/// <summary>The last publish.</summary>
internal sealed record PublishAnswer(string Path, DateTimeOffset At, double LagSeconds);

/// <summary>What waits in a queue.</summary>
internal sealed record QueueAnswer(string Name, int Messages);

/// <summary>What <c>GET /api/editor/problems</c> tells.</summary>
internal sealed record ProblemsAnswer(IReadOnlyList<FileAnswer>? Files);

/// <summary>A file with problems.</summary>
internal sealed record FileAnswer(string Path, bool Online, IReadOnlyList<Problem>? Problems);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(ProblemsAnswer))]
internal sealed partial class SiteJson : JsonSerializerContext;
