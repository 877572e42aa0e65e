using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>
/// Decides what a publish writes: pure, from what was read to one <see cref="IndexCommit"/>.
/// The rules of slugs: who holds a claim keeps it; a second file wanting it waits; when the holder goes,
/// the one that waits moves up in the same transaction.
/// </summary>
public static class PostPlan
{
    /// <summary>What a source that was rendered makes of its row; null where nothing would change.</summary>
    public static PlannedPost? ForRendering(
        ObservedPost seen,
        Rendering rendering,
        Neighbours neighbours,
        DateTimeOffset now
    )
    {
        var before = seen.Row.Value;
        var after = PostRows.At(now, seen, rendering, neighbours);
        if (before is not null && after.IsSameAs(before) && !LacksClaim(after, rendering, neighbours))
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
            Inherit(commit, heritage, after, before is null ? seen.Identity.ETag : RowVersion.Any);
        }
        else if (before is null)
        {
            Identify(commit, seen, after);
        }

        Put(commit, before, after, seen.Row.ETag, now);

        if (before is not null && before.WantedSlug != after.WantedSlug)
        {
            StopWaiting(commit, before);
        }

        if (rendering.Good is not null)
        {
            Claim(commit, before, after, neighbours);
        }

        if (neighbours.Displaces)
        {
            GiveWay(commit, neighbours.Holder, now);
        }

        var rows = new List<RowChange> { new(after.Key, after) };
        if (neighbours.Heritage is { Left.WasSeen: true, Slug: var slug } && Holds(after, slug))
        {
            commit.RemoveDeparture(slug);
            rows.Add(new(IndexKeys.Departure(slug), null));
        }

        if (
            PostRows.LeftSlug(before, after, neighbours) is { } left
            && !MoveUp(commit, left, neighbours.Next.Row, inheritFrom: null, now)
        )
        {
            rows.AddRange(Depart(commit, before!, left, now));
        }

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
        DateTimeOffset? goneAt
    )
    {
        if (seen.Row is not { Value: { } before, ETag: { } version })
        {
            return null;
        }

        var commit = new IndexCommit();
        commit.RemovePost(seen.Path, version);
        commit.RemoveKept(seen.Path);
        StopWaiting(commit, before);
        var removed = new RowChange(before.Key, null);
        if (PostRows.LeftSlug(before, after: null, Neighbours.None) is not { } left)
        {
            PostEntries.Tell(commit, before, null, [removed], now);
        }
        else if (!MoveUp(commit, left, next, inheritFrom: before, now, removed))
        {
            PostEntries.Tell(commit, before, null, [removed, .. Depart(commit, before, left, now)], now);
            if (goneAt is { } at)
            {
                commit.Leave(left, new(before.Path, before.Id, before.FirstSeen, before.HasBeenSeen(now), at));
            }
        }

        return commit;
    }

    /// <summary>
    /// The commit that tells of a boundary of time: a post that appeared or disappeared by itself, or that says since then
    /// that it was reviewed.
    /// </summary>
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

        return commit;
    }

    /// <summary>
    /// The commit for a claim that was read back after a loss and that nobody holds by now: its post went or took another
    /// slug while the index was away, and this is the departure that was not told of.
    /// </summary>
    public static IndexCommit ForOrphan(ClaimRow claim, RowVersion version, string id, DateTimeOffset now)
    {
        var commit = new IndexCommit();
        commit.RemoveClaim(claim.Slug, version);
        var departure = new DepartureRow
        {
            Slug = claim.Slug,
            Id = id,
            At = now,
        };
        commit.Put(departure);
        commit.Log(ChangeKind.Internal, now, claim.Path, id, claim.Slug, new RowChange(departure.Key, departure));
        return commit;
    }

    /// <summary>
    /// Where there is no row, the identity stands in for it: each publish and each removal changes it, so that a slow look
    /// at a file that was deleted meanwhile starts over and brings nothing back.
    /// </summary>
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

    /// <summary>
    /// Takes the place of a post that is gone, as one that moves up does. Where it goes on to another slug, what was left is
    /// taken away: the old address leads on by the id.
    /// </summary>
    private static void Inherit(IndexCommit commit, Heritage heritage, PostRow after, RowVersion? identity)
    {
        commit.Put(new IdentityRow(after.Path, after.Id, after.FirstSeen), identity);
        commit.Put(Successor(heritage.Left.Path, after), RowVersion.Any);
        if (!Holds(after, heritage.Slug))
        {
            commit.RemoveClaim(heritage.Slug, heritage.Version);
        }
    }

    private static bool Holds(PostRow row, string slug) => row.HoldsSlug && row.Metadata!.Slug == slug;

    private static void Claim(IndexCommit commit, PostRow? before, PostRow after, Neighbours neighbours)
    {
        if (after.WantedSlug is { } wanted)
        {
            Wait(commit, before, wanted, after.Path, neighbours.Holder);
        }
        else if (after.HoldsSlug && neighbours.Claim.Value?.Path != after.Path)
        {
            commit.Put(new ClaimRow(after.Metadata!.Slug, after.Path), neighbours.Claim.ETag);
        }
    }

    /// <summary>Whether the claim on the slug that it holds was lost.</summary>
    private static bool LacksClaim(PostRow row, Rendering rendering, Neighbours neighbours) =>
        row.HoldsSlug && row.WantedSlug is null && rendering.Good is not null && neighbours.Claim.Value is null;

    /// <summary>A holder that leaves just now has not seen who begins to wait, so one of the two must start over.</summary>
    private static void Wait(IndexCommit commit, PostRow? before, string slug, string path, Stored<PostRow> holder)
    {
        commit.Put(new WaitingRow(slug, path));
        if (before?.WantedSlug != slug && holder is { Value: { } held, ETag: { } version })
        {
            commit.RequirePost(held.Path, version);
        }
    }

    private static void StopWaiting(IndexCommit commit, PostRow row)
    {
        if (row.WantedSlug is { } wanted)
        {
            commit.RemoveWaiting(wanted, row.Path);
        }
    }

    /// <summary>
    /// Gives a slug to the post that waits for it, if one does. In the place of one that is gone, it is the same post, moved.
    /// </summary>
    private static bool MoveUp(
        IndexCommit commit,
        string slug,
        Stored<PostRow> next,
        PostRow? inheritFrom,
        DateTimeOffset now,
        params ReadOnlySpan<RowChange> alongside
    )
    {
        if (next is not { Value: { Metadata: { } metadata } waiting, ETag: { } version })
        {
            return false;
        }

        var up = waiting with
        {
            State = PostRows.StateOf(metadata),
            WantedSlug = null,
            Id = metadata.Id ?? inheritFrom?.Id ?? waiting.Id,
            FirstSeen = inheritFrom?.FirstSeen ?? waiting.FirstSeen,
            WasSeen = inheritFrom?.HasBeenSeen(now) ?? waiting.WasSeen,
        };
        up = up with { Announced = up.IsVisible(now) };
        if (inheritFrom is not null)
        {
            commit.Put(new IdentityRow(up.Path, up.Id, up.FirstSeen), RowVersion.Any);
            commit.Put(Successor(inheritFrom.Path, up), RowVersion.Any);
        }

        Put(commit, waiting, up, version, now);
        commit.Put(new ClaimRow(slug, up.Path), RowVersion.Any);
        commit.RemoveWaiting(slug, up.Path);

        RowChange[] rows = [.. alongside, new(up.Key, up)];
        PostEntries.TellOfMove(commit, waiting, inheritFrom, up, rows, now);
        return true;
    }

    /// <summary>The id went with the post to another path; whatever is put at the old one is another post.</summary>
    private static IdentityRow Successor(string gone, PostRow moved) =>
        new(gone, PostIdentity.FromPath($"{gone}\n{moved.Path}"), FirstSeen: null);

    /// <summary>Makes the holder of a provisional claim wait for the slug that it held.</summary>
    private static void GiveWay(IndexCommit commit, Stored<PostRow> holder, DateTimeOffset now)
    {
        var slug = holder.Value!.Metadata!.Slug;
        var waiting = holder.Value with { State = PostState.Waiting, WantedSlug = slug, Announced = false };
        StopWaiting(commit, holder.Value);
        Put(commit, holder.Value, waiting, holder.ETag, now);
        commit.Put(new WaitingRow(slug, waiting.Path));
        PostEntries.Tell(commit, holder.Value, waiting, [new(waiting.Key, waiting)], now);
    }

    /// <summary>Frees a slug. What readers have seen there leaves a trace: a redirect while the post lives, else "gone".</summary>
    private static List<RowChange> Depart(IndexCommit commit, PostRow before, string slug, DateTimeOffset now)
    {
        commit.RemoveClaim(slug);
        if (!before.HasBeenSeen(now))
        {
            return [];
        }

        var departure = new DepartureRow
        {
            Slug = slug,
            Id = before.Id,
            At = now,
        };
        commit.Put(departure);
        return [new(departure.Key, departure)];
    }

    /// <summary>Writes a post's row, what history is to keep of it, and when the log is to tell that time changed it.</summary>
    private static void Put(IndexCommit commit, PostRow? before, PostRow after, RowVersion? version, DateTimeOffset now)
    {
        commit.Put(after, version);
        Keep(commit, before, after);
        foreach (var boundary in after.BoundariesAfter(now))
        {
            commit.Put(new DueRow(boundary, after.Path));
        }
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
}
