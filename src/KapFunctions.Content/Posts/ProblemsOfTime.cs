using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Posts;

/// <summary>What is wrong with a post only at a time: told when problems are asked for, and kept nowhere.</summary>
public static class ProblemsOfTime
{
    /// <summary>The problems of the post at <paramref name="path"/> at <paramref name="now"/>; none without metadata.</summary>
    public static IReadOnlyList<Problem> Of(string path, PostMetadata? metadata, DateTimeOffset now) =>
        metadata is { ReviewedFrom: { } from } && from > now ? [ContentProblems.ReviewedAhead(path)] : [];
}
