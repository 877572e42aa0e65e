using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>What an entry of the log tells those who build from it.</summary>
public enum ChangeKind
{
    Internal,

    Published,

    Updated,

    Unpublished,

    Redirected,

    Site,

    Theme,

    /// <summary>Something that only a newer program knows; never written. It may be anything, so it counts as everything.</summary>
    Unknown,
}

/// <summary>A row as an entry of the log carries it.</summary>
[JsonConverter(typeof(RowChangeConverter))]
public sealed record RowChange(string Key, IndexRow? Row);

/// <summary>Where the problems of a file stand.</summary>
public sealed record ReportedProblems(string? Report, string? WantedSlug);

/// <summary>One entry of the log: one publish, with every row it wrote that the read side replays.</summary>
/// <param name="Sequence">Contiguous from 1 within an epoch.</param>
/// <param name="At">When it was committed, in UTC.</param>
/// <param name="UploadedAt">When the source that it published was uploaded, in UTC; null where none was.</param>
public sealed record LogEntry(
    long Sequence,
    DateTimeOffset At,
    [property: JsonConverter(typeof(ChangeKindConverter))] ChangeKind Kind,
    string Path,
    string? Id,
    string? Slug,
    IReadOnlyList<RowChange> Rows,
    ReportedProblems? Before = null,
    DateTimeOffset? UploadedAt = null,
    bool TouchesHistory = false
);
