using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>From a post's rows before and after to log entries, by the name that readers knew.</summary>
internal static class PostEntries
{
    /// <summary>Tells of a post that became <paramref name="after"/>, with the <paramref name="rows"/> that were
    /// written; either row of the post may be null, not both.</summary>
    public static void Tell(
        IndexCommit commit,
        PostRow? before,
        PostRow? after,
        IReadOnlyList<RowChange> rows,
        DateTimeOffset now,
        DateTimeOffset? uploadedAt = null
    )
    {
        var (had, has) = (ProblemsOf(before), ProblemsOf(after));
        Tell(commit, before, after, KindOf(before, after, now), rows, now, had == has ? null : had, uploadedAt);
    }

    /// <summary>Tells of a post that time alone changed.</summary>
    public static void TellOfBoundary(IndexCommit commit, PostRow before, PostRow after, DateTimeOffset now)
    {
        var kind = before.Announced && after.Announced ? ChangeKind.Updated : KindOf(before, after, now);
        Tell(commit, before, after, kind, [new(after.Key, after)], now);
    }

    /// <summary>Tells editors that the next review of a post is due: readers see the same as before.</summary>
    public static void TellOfReview(IndexCommit commit, PostRow post, DateTimeOffset now) =>
        commit.Log(
            new(
                Sequence: 0,
                now,
                ChangeKind.Internal,
                post.Path,
                post.Id,
                post.Metadata?.Slug,
                [new(post.Key, post)],
                ReviewFellDue: true
            )
        );

    /// <summary>Tells of a post that waited and moved up to a slug: in the place of <paramref name="gone"/>, whose
    /// problems went with it, where that is not null.</summary>
    public static void TellOfMove(
        IndexCommit commit,
        PostRow waiting,
        PostRow? gone,
        PostRow up,
        IReadOnlyList<RowChange> rows,
        DateTimeOffset now
    )
    {
        Tell(commit, gone, up, KindOf(gone, up, now), rows, now, ProblemsOf(waiting));
        if (gone is not null && ProblemsOf(gone) is var had && had != ProblemsOf(null))
        {
            commit.Log(new(Sequence: 0, now, ChangeKind.Internal, gone.Path, gone.Id, gone.Metadata?.Slug, [], had));
        }
    }

    private static void Tell(
        IndexCommit commit,
        PostRow? before,
        PostRow? after,
        ChangeKind kind,
        IReadOnlyList<RowChange> rows,
        DateTimeOffset now,
        ReportedProblems? had = null,
        DateTimeOffset? uploadedAt = null
    )
    {
        var path = (after ?? before!).Path;
        var lists = PostListChanges.Between(before, after, now);
        if (before is not null && after is not null && before.Id != after.Id && IsSeenOn(kind))
        {
            // Under the id that followers knew it by, it is gone.
            var (id, slug) = (before.Id, before.Metadata?.Slug);
            commit.Log(new(Sequence: 0, now, ChangeKind.Unpublished, path, id, slug, [], Lists: lists));
            kind = ChangeKind.Published;
        }

        // What it is called now may be a draft's business.
        var known = kind == ChangeKind.Unpublished ? before! : after ?? before!;
        commit.Log(
            new(Sequence: 0, now, kind, path, known.Id, known.Metadata?.Slug, rows, had, uploadedAt, Lists: lists)
        );
    }

    private static ReportedProblems ProblemsOf(PostRow? row) => new(row?.Report, row?.WantedSlug);

    private static bool IsSeenOn(ChangeKind kind) => kind is ChangeKind.Updated or ChangeKind.Redirected;

    private static ChangeKind KindOf(PostRow? before, PostRow? after, DateTimeOffset now) =>
        (before?.Announced ?? false, after?.Announced ?? false) switch
        {
            (false, true) => ChangeKind.Published,
            (true, false) => ChangeKind.Unpublished,
            (true, true) when before!.Metadata!.Slug != after!.Metadata!.Slug => ChangeKind.Redirected,
            (true, true) when before!.Body != after!.Body || before.Path != after.Path => ChangeKind.Updated,
            (true, true) when before!.Id != after!.Id => ChangeKind.Updated,
            // It came due a moment ago: readers have seen it, and caches may hold it.
            (false, false) when before is not null && before.IsVisible(now) => ChangeKind.Unpublished,
            _ => ChangeKind.Internal,
        };
}
