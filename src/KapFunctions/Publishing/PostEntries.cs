using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing;

/// <summary>What the log tells of a post: from its row before and after to the entry.</summary>
internal static class PostEntries
{
    /// <summary>The entry that carries <paramref name="rows"/>; either row of the post may be null, not both.</summary>
    public static LogEntry For(PostRow? before, PostRow? after, IReadOnlyList<RowChange> rows, DateTimeOffset now)
    {
        var had = ProblemsOf(before);
        var row = after ?? before!;
        return new(
            Sequence: 0,
            At: now,
            KindOf(before, after),
            row.Path,
            row.Id,
            row.Metadata?.Slug,
            rows,
            Before: had == ProblemsOf(after) ? null : had
        );
    }

    /// <summary>The problems that are open, as the log tells of them.</summary>
    public static ReportedProblems ProblemsOf(PostRow? row) => new(row?.Report, row?.WantedSlug);

    private static ChangeKind KindOf(PostRow? before, PostRow? after) =>
        (before?.Announced ?? false, after?.Announced ?? false) switch
        {
            (false, true) => ChangeKind.Published,
            (true, false) => ChangeKind.Unpublished,
            (true, true) when before!.Metadata!.Slug != after!.Metadata!.Slug => ChangeKind.Redirected,
            (true, true) when before!.Body != after!.Body || before.Path != after.Path => ChangeKind.Updated,
            _ => ChangeKind.Internal,
        };
}
