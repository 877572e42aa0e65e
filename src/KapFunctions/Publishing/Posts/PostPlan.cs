using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>Decides what a publish writes: pure, from what was read to one <see cref="IndexCommit"/>. The rules of
/// slugs: who holds a claim keeps it; a second file wanting it waits; when the holder goes, the one that waits moves up
/// in the same transaction.</summary>
internal static class PostPlan
{
    /// <summary>Null where nothing would change.</summary>
    public static PlannedPost? ForRendering(
        ObservedPost seen,
        Rendering rendering,
        Neighbours neighbours,
        DateTimeOffset now
    )
    {
        var before = seen.Row.Value;
        var after = PostRows.At(now, seen, rendering, neighbours);
        if (
            before is not null
            && after.IsSameAs(before)
            && !LacksClaim(after, rendering, neighbours)
            && rendering.Good is not { Reviews: not null } and not { SectionsToKeep: not null }
        )
        {
            return null;
        }

        var commit = new IndexCommit
        {
            RenderedUnder = rendering.Site.Rendering,
            OnlyWhileIncomplete = neighbours.Displaces,
        };
        if (neighbours.Heritage is { } heritage)
        {
            PostSuccession.Inherit(commit, heritage, after, before is null ? seen.Identity.ETag : RowVersion.Any);
        }
        else if (before is null)
        {
            Identify(commit, seen, after);
        }

        PostWrites.Put(commit, before, after, seen.Row.ETag, now);

        if (rendering.Good?.Reviews is { } reviews)
        {
            commit.Put(reviews);
        }

        if (rendering.Good?.SectionsToKeep is { } sections)
        {
            commit.Put(sections);
        }

        if (before is not null && before.WantedSlug != after.WantedSlug)
        {
            PostWrites.StopWaiting(commit, before);
        }

        if (rendering.Good is not null)
        {
            Claim(commit, before, after, neighbours);
        }

        if (neighbours.Displaces)
        {
            PostSuccession.GiveWay(commit, neighbours.Holder, now);
        }

        RowChange[] rows = [new(after.Key, after), .. MoveAddresses(commit, before, after, neighbours, now)];
        PostEntries.Tell(commit, before, after, rows, now, rendering.UploadedAt);
        return new(commit, after);
    }

    /// <summary>
    /// The commit for a source that is gone, as storage said at <paramref name="goneAt"/> by its own clock; null where the
    /// index does not know it.
    /// </summary>
    public static IndexCommit? ForRemoval(
        ObservedPost seen,
        Stored<PostRow> next,
        DateTimeOffset now,
        DateTimeOffset? goneAt,
        string? deleter = null
    )
    {
        if (seen.Row is not { Value: { } before, ETag: { } version })
        {
            return null;
        }

        var commit = new IndexCommit { DeletedBy = deleter };
        commit.RemovePost(seen.Path, version);
        commit.RemoveKept(seen.Path);
        PostWrites.StopWaiting(commit, before);
        var removed = new RowChange(before.Key, null);
        if (PostRows.LeftSlug(before, after: null, Neighbours.None) is not { } left)
        {
            PostEntries.Tell(commit, before, null, [removed], now);
        }
        else if (!PostSuccession.MoveUp(commit, left, next, inheritFrom: before, now, removed))
        {
            PostEntries.Tell(commit, before, null, [removed, .. PostSuccession.Depart(commit, before, left, now)], now);
            if (goneAt is { } at)
            {
                commit.Leave(left, new(before.Path, before.Id, before.FirstSeen, before.HasBeenSeen(now), at));
            }
            else
            {
                commit.RemoveClaim(left);
            }
        }

        return commit;
    }

    /// <summary>The commit that tells of a boundary of time: a post that appeared or disappeared by itself, or that
    /// says since then that it was reviewed.</summary>
    public static IndexCommit ForBoundary(Stored<DueRow> due, Stored<PostRow> seen, DateTimeOffset now)
    {
        var commit = new IndexCommit();
        commit.Remove(due.Value!, due.ETag!.Value);
        if (seen is not { Value: { } before, ETag: { } version })
        {
            return commit;
        }

        var after = before with { Announced = before.IsVisible(now) };
        var saysMore = after.Announced && before.Metadata?.ReviewedFrom == due.Value!.At;
        if (after.Announced != before.Announced || saysMore)
        {
            commit.Put(after, version);
            PostEntries.TellOfBoundary(commit, before, after, now);
        }
        else if (after.Announced && before.Metadata!.IsReviewDueAt(due.Value!.At))
        {
            commit.Put(after, version);
            PostEntries.TellOfReview(commit, after, now);
        }

        return commit;
    }

    /// <summary>The commit for a claim that was read back after a loss and that nobody holds by now: its post went or
    /// took another slug while the index was away, and this is the departure that was not told of.</summary>
    public static IndexCommit ForOrphan(ClaimRow claim, RowVersion version, string id, DateTimeOffset now)
    {
        var commit = new IndexCommit();
        commit.RemoveClaim(claim.Address, version);
        var departure = new DepartureRow
        {
            Address = claim.Address,
            Id = id,
            At = now,
        };
        commit.Put(departure);
        commit.Log(ChangeKind.Internal, now, claim.Path, id, claim.Address, new RowChange(departure.Key, departure));
        return commit;
    }

    // Where there is no row, the identity stands in for it: each publish and each removal changes it, so that a slow
    // look at a file that was deleted meanwhile starts over and brings nothing back.
    private static void Identify(IndexCommit commit, ObservedPost seen, PostRow after)
    {
        if (seen.Identity is { Value.FirstSeen: not null, ETag: { } version })
        {
            commit.RequireIdentity(seen.Path, version);
            return;
        }

        var id = seen.Identity.Value?.Id ?? PostIdentity.FromPath(seen.Path);
        commit.Put(new IdentityRow(seen.Path, id, after.FirstSeen), seen.Identity.ETag);
    }

    /// <summary>What becomes of the address that it takes over, and of the one that it leaves.</summary>
    private static List<RowChange> MoveAddresses(
        IndexCommit commit,
        PostRow? before,
        PostRow after,
        Neighbours neighbours,
        DateTimeOffset now
    )
    {
        var rows = new List<RowChange>();
        if (neighbours.Heritage is { Left.WasSeen: true, Slug: var slug } && PostSuccession.Holds(after, slug))
        {
            commit.RemoveDeparture(slug);
            rows.Add(new(IndexKeys.Departure(slug), null));
        }

        if (PostRows.LeftSlug(before, after, neighbours) is { } left)
        {
            // Where another has the slug from now on, its entry tells of the departure: nothing leads on from there.
            var departed = PostSuccession.Depart(commit, before!, left, now);
            if (!PostSuccession.MoveUp(commit, left, neighbours.Next.Row, inheritFrom: null, now, [.. departed]))
            {
                commit.RemoveClaim(left);
                rows.AddRange(departed);
            }
        }

        return rows;
    }

    private static void Claim(IndexCommit commit, PostRow? before, PostRow after, Neighbours neighbours)
    {
        if (after.WantedSlug is { } wanted)
        {
            Wait(commit, before, wanted, after.Path, neighbours.Holder);
        }
        else if (after.HoldsSlug && neighbours.Claim.Value?.Path != after.Path)
        {
            commit.Put(new ClaimRow(after.Metadata!.Address, after.Path), neighbours.Claim.ETag);
        }
    }

    // Whether the claim on the slug that it holds was lost.
    private static bool LacksClaim(PostRow row, Rendering rendering, Neighbours neighbours) =>
        row.HoldsSlug && row.WantedSlug is null && rendering.Good is not null && neighbours.Claim.Value is null;

    // A holder that leaves just now has not seen who begins to wait, so one of the two must start over.
    private static void Wait(IndexCommit commit, PostRow? before, string slug, string path, Stored<PostRow> holder)
    {
        commit.Put(new WaitingRow(slug, path));
        if (before?.WantedSlug != slug && holder is { Value: { } held, ETag: { } version })
        {
            commit.RequirePost(held.Path, version);
        }
    }
}
