using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Posts;

/// <summary>What is wrong with a post only at a time: told when problems are asked for, and kept nowhere.</summary>
public static class ProblemsOfTime
{
    /// <summary>The problems of the post at <paramref name="path"/> at <paramref name="now"/>; none without metadata.</summary>
    public static IReadOnlyList<Problem> Of(string path, PostMetadata? metadata, DateTimeOffset now) =>
        metadata is { ReviewedFrom: { } from } && from > now ? [ReviewedAhead(path)] : [];

    private static Problem ReviewedAhead(string path) =>
        new(
            Severity.Warning,
            "reviewed-ahead",
            path,
            Line: 1,
            Column: 1,
            "The day under reviewed is still ahead, so until it comes readers are told of no review.",
            "Write the day on which the text was reviewed, or take reviewed out."
        );
}
