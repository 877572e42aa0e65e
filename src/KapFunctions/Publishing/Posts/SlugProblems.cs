using KapFunctions.Content.Problems;

namespace KapFunctions.Publishing.Posts;

/// <summary>What the author of a post is told whose slug is not free.</summary>
internal static class SlugProblems
{
    public static Problem Taken(string path, string slug, string? holder) =>
        new(
            Severity.Error,
            "slug-taken",
            path,
            Line: 1,
            Column: 1,
            $"The address \"{slug}\" belongs to {holder ?? "another file"}, so this version waits.",
            $"Give this file another slug, or change or delete {holder ?? "the other file"}. Two files that want each other's addresses need a third one in between."
        );
}
