using System.Text.Json.Serialization;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Posts;

/// <summary>Of which text a day of review tells.</summary>
/// <param name="Day">Of the review.</param>
/// <param name="Reviewed">The sections that were reviewed, as <see cref="WordsHash"/> writes them.</param>
/// <param name="Now">Those of the good version.</param>
/// <param name="IsRecorded">Whether the file itself says what was reviewed.</param>
public sealed record PostReview(
    DateOnly Day,
    IReadOnlyList<string> Reviewed,
    IReadOnlyList<TextSection> Now,
    bool IsRecorded = false
)
{
    /// <summary>Names of sections that changed since, see <see cref="SectionChanges"/>; null where the text is the one that was
    /// reviewed.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Changes => SectionChanges.Between(Reviewed, Now);

    /// <summary>By what the lists hold.</summary>
    public bool Equals(PostReview? other) =>
        other is not null
        && Day == other.Day
        && IsRecorded == other.IsRecorded
        && Reviewed.SequenceEqual(other.Reviewed, StringComparer.Ordinal)
        && Now.SequenceEqual(other.Now);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Day, Reviewed.Count, Now.Count);
}
