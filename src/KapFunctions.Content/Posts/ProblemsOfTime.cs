using System.Globalization;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Posts;

/// <summary>What is wrong with a post only at a time, or beside what was reviewed: told when problems are asked for, and kept
/// nowhere.</summary>
public static class ProblemsOfTime
{
    /// <summary>The problems of the post at <paramref name="path"/> at <paramref name="now"/>; none without metadata.</summary>
    public static IReadOnlyList<Problem> Of(string path, PostMetadata? metadata, DateTimeOffset now) =>
        metadata switch
        {
            null => [],
            { ReviewedFrom: { } from } when from > now => [ContentProblems.ReviewedAhead(path)],
            _ => [.. Changes(path, metadata), .. Due(path, metadata, now)],
        };

    /// <summary>That the review of a post is due or overdue; null for neither, and for a draft.</summary>
    public static Problem? DueOf(string path, PostMetadata metadata, DateTimeOffset now)
    {
        if (metadata is not { Draft: false, Reviewed: { } day, ReviewBy: { } by, ReviewOverdueFrom: { } overdue })
        {
            return null;
        }
        return overdue <= now ? ProblemCatalog.ReviewOverdue.At(path, Position.Start, Iso(day), Iso(by))
            : metadata.ReviewDueFrom <= now ? ProblemCatalog.ReviewDue.At(path, Position.Start, Iso(day), Iso(by))
            : null;
    }

    private static IEnumerable<Problem> Changes(string path, PostMetadata metadata)
    {
        if (metadata is { Reviewed: { } day, ReviewChanges: { } changes })
        {
            var sections = SectionChanges.InWords(changes);
            yield return ProblemCatalog.ReviewOutdated.At(path, Position.Start, Iso(day), sections);
        }
    }

    private static IEnumerable<Problem> Due(string path, PostMetadata metadata, DateTimeOffset now) =>
        DueOf(path, metadata, now) is { } problem ? [problem] : [];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
