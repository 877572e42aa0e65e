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

/// <summary>The lists that a post enters, leaves or moves in, as readers saw it before and see it now; of neither is it said
/// what only its author knows.</summary>
/// <param name="Moves">False where lists hold it as before, whatever else it shows.</param>
/// <param name="Tags">Slugs as the post has them.</param>
/// <param name="Authors">The same; an empty one where it names nobody.</param>
public sealed record ListChange(bool Moves, IReadOnlyList<string> Tags, IReadOnlyList<string> Authors);

/// <summary>One entry of the log: one publish, with every row it wrote that the read side replays.</summary>
/// <param name="Sequence">Contiguous from 1 within an epoch.</param>
/// <param name="At">When it was committed, in UTC.</param>
/// <param name="Lists">Of a post; null where none is meant, and where an older program did not tell.</param>
/// <param name="UploadedAt">When the source that it published was uploaded, in UTC; null where none was.</param>
/// <param name="ReviewFellDue">Whether it tells that the next review of the post is due, or overdue, since then.</param>
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
    bool TouchesHistory = false,
    bool ReviewFellDue = false,
    ListChange? Lists = null
)
{
    /// <summary>Who deleted the file that it tells of; of one that is there, its row says who wrote it.</summary>
    public string? DeletedBy { get; init; }

    /// <summary>Who made the change that it tells of; null where nothing says so.</summary>
    [JsonIgnore]
    public string? By =>
        DeletedBy
        ?? Rows.Select(change => change.Row)
            .Select(row =>
                row switch
                {
                    PostRow post when post.Path == Path => post.Written,
                    SiteRow site => site.Written,
                    RedirectsRow redirects => redirects.Written,
                    ThemeRow theme => theme.Written,
                    MediaRow media => media.Written,
                    _ => null,
                }
            )
            .FirstOrDefault(written => written is not null)
            ?.By;
}
