using Azure;
using KapFunctions.Content;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing;

/// <summary>
/// Decides what a publish writes: pure, from what was read to one <see cref="IndexCommit"/>.
/// The rules of slugs: who holds a claim keeps it; a second file wanting it waits; when the holder goes,
/// the one that waits moves up in the same transaction.
/// </summary>
public static class PostPlan
{
    /// <summary>The commit for a source that was rendered; null where it would change nothing.</summary>
    public static IndexCommit? ForRendering(
        Sighting seen,
        Rendering rendering,
        Neighbours neighbours,
        DateTimeOffset now
    )
    {
        var before = seen.Row.Value;
        var row = RowFor(seen, rendering, neighbours);
        var after = row with
        {
            Announced = row.IsVisible(now),
            OnlineAt = OnlineAtOf(row, before, now),
            WasSeen = before is not null && before.Metadata?.Slug == row.Metadata?.Slug && before.HasBeenSeen(now),
        };
        if (before is not null && after.IsSameAs(before) && !LacksClaim(after, rendering, neighbours))
        {
            return null;
        }

        var commit = new IndexCommit
        {
            RenderedUnder = rendering.Site.Rendering,
            OnlyWhileIncomplete = neighbours.Displaces,
        };
        if (before is null)
        {
            Identify(commit, seen, after);
        }

        Put(commit, before, after, seen.Row.ETag, now);

        if (rendering.Good is not null)
        {
            MoveBetweenSlugs(commit, before, after, neighbours);
        }

        if (neighbours.Displaces)
        {
            GiveWay(commit, neighbours.Holder, now);
        }

        var rows = new List<RowChange> { new(after.Key, after) };
        if (
            LeftSlug(before, after, neighbours) is { } left
            && !MoveUp(commit, left, neighbours.Next, inheritFrom: null, now)
        )
        {
            rows.AddRange(Depart(commit, before!, left, now));
        }

        commit.Log(EntryFor(before, after, rows, now) with { UploadedAt = rendering.UploadedAt });
        return commit;
    }

    /// <summary>The commit for a source that is gone; null where the index does not know it.</summary>
    public static IndexCommit? ForRemoval(Sighting seen, Stored<PostRow> next, DateTimeOffset now)
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
        if (LeftSlug(before, after: null, Neighbours.None) is not { } left)
        {
            commit.Log(EntryFor(before, null, [removed], now));
        }
        else if (CanMoveUp(next))
        {
            MoveUp(commit, left, next, inheritFrom: before, now, removed);
        }
        else
        {
            var departure = Depart(commit, before, left, now);
            commit.Log(EntryFor(before, null, [removed, .. departure], now));
        }

        return commit;
    }

    /// <summary>The commit that tells of a boundary of time: a post that appeared or disappeared by itself.</summary>
    public static IndexCommit ForBoundary(Stored<DueRow> due, Stored<PostRow> seen, DateTimeOffset now)
    {
        var commit = new IndexCommit();
        commit.Remove(due.Value!, due.ETag!.Value);
        if (seen is { Value: { } before, ETag: { } version } && before.Announced != before.IsVisible(now))
        {
            var after = before with { Announced = !before.Announced };
            commit.Put(after, version);
            commit.Log(EntryFor(before, after, [new(after.Key, after)], now));
        }

        return commit;
    }

    /// <summary>
    /// The commit for a claim that was read back after a loss and that nobody holds by now: its post went or took another
    /// slug while the index was away, and this is the departure that was not told of.
    /// </summary>
    public static IndexCommit ForOrphan(ClaimRow claim, ETag version, string id, DateTimeOffset now)
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
    /// The slug that <paramref name="before"/> holds and <paramref name="after"/> no longer does; null for none, and where
    /// another post holds it by now, since the claim was lost meanwhile.
    /// </summary>
    public static string? LeftSlug(PostRow? before, PostRow? after, Neighbours neighbours) =>
        before is { HoldsSlug: true, Metadata.Slug: var held }
        && !(after is { HoldsSlug: true } && after.Metadata?.Slug == held)
        && !(neighbours.HolderHolds && neighbours.Claim.Value?.Slug == held)
            ? held
            : null;

    /// <summary>The row that the rendering leads to.</summary>
    public static PostRow RowFor(Sighting seen, Rendering rendering, Neighbours neighbours)
    {
        var before = seen.Row.Value;
        // What is online stays as it is unless there is something better, and so does what it depends on.
        var uses = rendering.Uses | (rendering.Good?.Uses ?? before?.Uses ?? default);
        var looked = (before ?? NewRow(seen, rendering)) with
        {
            SourceETag = rendering.SourceETag,
            Report = rendering.Report,
            Errors = rendering.Errors,
            Warnings = rendering.Warnings,
            Renderer = PostRenderer.Version,
            Uses = uses,
            Rendering = rendering.Site.RenderingOf(uses),
            WantedSlug = null,
        };
        if (rendering.Good is not { } good)
        {
            return looked with { WantedSlug = before?.WantedSlug };
        }

        if (!neighbours.AreInTheWay)
        {
            return Online(looked, good, seen) with { State = StateOf(good.Metadata) };
        }

        var isElsewhere = looked.HoldsSlug && looked.Metadata!.Slug != good.Metadata.Slug;
        var waiting = isElsewhere ? looked : Online(looked, good, seen) with { State = PostState.Waiting };
        return waiting with { WantedSlug = good.Metadata.Slug };
    }

    /// <summary>
    /// Where there is no row, the identity stands in for it: each publish and each removal changes it, so that a slow look
    /// at a file that was deleted meanwhile starts over and brings nothing back.
    /// </summary>
    private static void Identify(IndexCommit commit, Sighting seen, PostRow after)
    {
        if (seen.Identity is { Value.FirstSeen: not null, ETag: { } version })
        {
            commit.RequireIdentity(seen.Path, version);
            return;
        }

        var id = seen.Identity.Value?.Id ?? PostIdentity.FromPath(seen.Path);
        commit.Put(new IdentityRow(seen.Path, id, after.FirstSeen), seen.Identity.ETag);
    }

    private static PostRow NewRow(Sighting seen, Rendering rendering) =>
        new()
        {
            Path = seen.Path,
            Id = seen.Identity.Value?.Id ?? PostIdentity.FromPath(seen.Path),
            FirstSeen = seen.Identity.Value?.FirstSeen ?? rendering.FirstSeen,
            State = PostState.Broken,
            SourceETag = rendering.SourceETag,
        };

    private static PostRow Online(PostRow looked, GoodVersion good, Sighting seen) =>
        looked with
        {
            Id = good.Metadata.Id ?? seen.Identity.Value?.Id ?? looked.Id,
            OnlineETag = good.ETag,
            Metadata = good.Metadata,
            Body = good.Body,
            Good = good.Good,
        };

    /// <summary>HTTP dates have no fractions, so two versions are a second apart at least.</summary>
    private static DateTimeOffset? OnlineAtOf(PostRow row, PostRow? before, DateTimeOffset now) =>
        row.Body == before?.Body ? before?.OnlineAt
        : before?.OnlineAt?.AddSeconds(1) is { } earliest && earliest > now ? earliest
        : now;

    private static PostState StateOf(PostMetadata metadata) => metadata.Draft ? PostState.Draft : PostState.Published;

    private static void MoveBetweenSlugs(IndexCommit commit, PostRow? before, PostRow after, Neighbours neighbours)
    {
        if (before is not null && before.WantedSlug != after.WantedSlug)
        {
            StopWaiting(commit, before);
        }

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

    /// <summary>Only a post with nothing online elsewhere moves up here; others are looked at again.</summary>
    private static bool CanMoveUp(Stored<PostRow> next) => next.Value is { State: PostState.Waiting };

    /// <summary>Gives a slug to the post that waits for it. In the place of one that is gone, it is the same post, moved.</summary>
    private static bool MoveUp(
        IndexCommit commit,
        string slug,
        Stored<PostRow> next,
        PostRow? inheritFrom,
        DateTimeOffset now,
        params ReadOnlySpan<RowChange> alongside
    )
    {
        if (next is not { Value: { State: PostState.Waiting, Metadata: { } metadata } waiting, ETag: { } version })
        {
            return false;
        }

        var up = waiting with
        {
            State = StateOf(metadata),
            WantedSlug = null,
            Id = metadata.Id ?? inheritFrom?.Id ?? waiting.Id,
            FirstSeen = inheritFrom?.FirstSeen ?? waiting.FirstSeen,
            WasSeen = inheritFrom?.HasBeenSeen(now) ?? waiting.WasSeen,
        };
        up = up with { Announced = up.IsVisible(now) };
        if (inheritFrom is not null)
        {
            commit.Put(new IdentityRow(up.Path, up.Id, up.FirstSeen), ETag.All);
            commit.Put(Successor(inheritFrom, up), ETag.All);
        }

        Put(commit, waiting, up, version, now);
        commit.Put(new ClaimRow(slug, up.Path), ETag.All);
        commit.RemoveWaiting(slug, up.Path);

        RowChange[] rows = [.. alongside, new(up.Key, up)];
        commit.Log(EntryFor(inheritFrom, up, rows, now) with { Before = ProblemsOf(waiting) });
        return true;
    }

    /// <summary>The id went with the post to another path; whatever is put at the old one is another post.</summary>
    private static IdentityRow Successor(PostRow gone, PostRow moved) =>
        new(gone.Path, PostIdentity.FromPath($"{gone.Path}\n{moved.Path}"), FirstSeen: null);

    /// <summary>Makes the holder of a provisional claim wait for the slug that it held.</summary>
    private static void GiveWay(IndexCommit commit, Stored<PostRow> holder, DateTimeOffset now)
    {
        var slug = holder.Value!.Metadata!.Slug;
        var waiting = holder.Value with { State = PostState.Waiting, WantedSlug = slug, Announced = false };
        StopWaiting(commit, holder.Value);
        Put(commit, holder.Value, waiting, holder.ETag, now);
        commit.Put(new WaitingRow(slug, waiting.Path));
        commit.Log(EntryFor(holder.Value, waiting, [new(waiting.Key, waiting)], now));
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
    private static void Put(IndexCommit commit, PostRow? before, PostRow after, ETag? version, DateTimeOffset now)
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
            ? new(row.Path, good, online)
            : null;

    private static LogEntry EntryFor(PostRow? before, PostRow? after, IReadOnlyList<RowChange> rows, DateTimeOffset now)
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

    private static ReportedProblems ProblemsOf(PostRow? row) => new(row?.Report, row?.WantedSlug);

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
