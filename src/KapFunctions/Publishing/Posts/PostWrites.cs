using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>What is written with a post's row, whatever became of the post.</summary>
internal static class PostWrites
{
    /// <summary>Writes a post's row, what history is to keep of it, and when the log is to tell that time changed it.</summary>
    public static void Put(IndexCommit commit, PostRow? before, PostRow after, RowVersion? version, DateTimeOffset now)
    {
        commit.Put(after, version);
        Keep(commit, before, after);
        foreach (var boundary in after.BoundariesAfter(now).Concat(DueByOtherRules(before, after, now)))
        {
            commit.Put(new DueRow(boundary, after.Path));
        }
    }

    /// <summary>When the next review of a known post fell due by what the file or the site says only now.</summary>
    private static IEnumerable<DateTimeOffset> DueByOtherRules(PostRow? before, PostRow after, DateTimeOffset now)
    {
        if (before?.Metadata is not { } was || after is not { State: PostState.Published, Metadata: { } metadata })
        {
            return [];
        }

        DateTimeOffset?[] passed = [metadata.ReviewOverdueFrom, metadata.ReviewDueFrom];
        return passed.OfType<DateTimeOffset>().Where(at => at <= now).Take(1).Where(at => !was.IsReviewDueAt(at));
    }

    /// <summary>Without a row nobody knows what history kept, so it is said in any case.</summary>
    private static void Keep(IndexCommit commit, PostRow? before, PostRow after)
    {
        var (had, has) = (KeptOf(before), KeptOf(after));
        if (has is not null && has != had)
        {
            commit.Put(has);
        }
        else if (has is null && (had is not null || before is null))
        {
            commit.RemoveKept(after.Path);
        }
    }

    /// <summary>What is online of a post whose file says something else; null where the file tells.</summary>
    private static KeptRow? KeptOf(PostRow? row) =>
        row is { HoldsSlug: true, Good: { } good, OnlineETag: { } online } && online != row.SourceETag
            ? new(row.Path, good, online, IsHidden: row.State == PostState.Draft)
            : null;

    public static void StopWaiting(IndexCommit commit, PostRow row)
    {
        if (row.WantedSlug is { } wanted)
        {
            commit.RemoveWaiting(wanted, row.Path);
        }
    }
}
