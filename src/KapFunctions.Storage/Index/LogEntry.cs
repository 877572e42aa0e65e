using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>What an entry of the log tells those who build from it.</summary>
public enum ChangeKind
{
    /// <summary>Nothing that readers see: a draft, a problem, a source looked at.</summary>
    Internal,

    /// <summary>A post became visible.</summary>
    Published,

    /// <summary>A visible post changed.</summary>
    Updated,

    /// <summary>A post is no longer visible.</summary>
    Unpublished,

    /// <summary>A visible post moved to another address.</summary>
    Redirected,

    /// <summary><c>site.yaml</c> changed.</summary>
    Site,

    /// <summary>A file of the theme changed, and with it how every page looks.</summary>
    Theme,

    /// <summary>Something that only a newer program knows; never written. It may be anything, so it counts as everything.</summary>
    Unknown,
}

/// <summary>A row as an entry of the log carries it.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Row">What it became; null where it was removed.</param>
[JsonConverter(typeof(RowChangeConverter))]
public sealed record RowChange(string Key, IndexRow? Row);

/// <summary>Where the problems of a file stand.</summary>
/// <param name="Report">Blob in <c>rendered</c> that holds them; null where there are none.</param>
/// <param name="WantedSlug">The slug that another file holds; null where it has what it wants.</param>
public sealed record ReportedProblems(string? Report, string? WantedSlug);

/// <summary>One entry of the log: one publish, with every row it wrote that the read side replays.</summary>
/// <param name="Sequence">Contiguous from 1 within an epoch.</param>
/// <param name="At">When it was committed, in UTC.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Path">The source path it is about.</param>
/// <param name="Id">The post's id; null for <c>site.yaml</c> and the theme.</param>
/// <param name="Slug">The post's slug after the change, or before it where it went; null for none.</param>
/// <param name="Rows">The rows it wrote.</param>
/// <param name="Before">The problems that the file had before; null where they are the same.</param>
/// <param name="UploadedAt">When the source that it published was uploaded, in UTC; null where none was.</param>
/// <param name="TouchesHistory">Whether it wrote a row of the history, which is then copied again.</param>
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
