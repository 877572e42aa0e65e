using KapFunctions.Content.Posts;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>Who takes the place of a post that goes or gives a slug up, and what stays where it stood: pure, a part of the plan.</summary>
internal static class PostSuccession
{
    /// <summary>Takes the place of a post that is gone, as one that moves up does. Where it goes on to another slug, what was
    /// left is taken away: the old address leads on by the id.</summary>
    public static void Inherit(IndexCommit commit, Heritage heritage, PostRow after, RowVersion? identity)
    {
        commit.Put(new IdentityRow(after.Path, after.Id, after.FirstSeen), identity);
        commit.Put(Successor(heritage.Left.Path, after), RowVersion.Any);
        if (!Holds(after, heritage.Slug))
        {
            commit.RemoveClaim(heritage.Slug, heritage.Version);
        }
    }

    public static bool Holds(PostRow row, string slug) => row.HoldsSlug && row.Metadata!.Address == slug;

    /// <summary>Gives a slug to the post that waits for it, if one does. In the place of one that is gone, it is the same post,
    /// moved.</summary>
    public static bool MoveUp(
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
            up = PostOriginals.Inherited(PostReviews.Inherited(up, inheritFrom.Review), inheritFrom.Sections);
            commit.Put(new IdentityRow(up.Path, up.Id, up.FirstSeen), RowVersion.Any);
            commit.Put(Successor(inheritFrom.Path, up), RowVersion.Any);
        }

        PostWrites.Put(commit, waiting, up, version, now);
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
    public static void GiveWay(IndexCommit commit, Stored<PostRow> holder, DateTimeOffset now)
    {
        var slug = holder.Value!.Metadata!.Address;
        var waiting = holder.Value with { State = PostState.Waiting, WantedSlug = slug, Announced = false };
        PostWrites.StopWaiting(commit, holder.Value);
        PostWrites.Put(commit, holder.Value, waiting, holder.ETag, now);
        commit.Put(new WaitingRow(slug, waiting.Path));
        PostEntries.Tell(commit, holder.Value, waiting, [new(waiting.Key, waiting)], now);
    }

    /// <summary>What readers have seen at a slug leaves a trace: a redirect while the post lives, else "gone". So it does where
    /// another moves up, since that one may be kept back.</summary>
    public static List<RowChange> Depart(IndexCommit commit, PostRow before, string slug, DateTimeOffset now)
    {
        if (!before.HasBeenSeen(now))
        {
            return [];
        }

        var departure = new DepartureRow
        {
            Address = slug,
            Id = before.Id,
            At = now,
        };
        commit.Put(departure);
        return [new(departure.Key, departure)];
    }
}
