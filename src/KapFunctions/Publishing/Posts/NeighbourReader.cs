using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>Reads who stands in a post's way to its slug, and who comes after it on the one that it leaves.</summary>
public sealed class NeighbourReader(NeighbourSource source)
{
    internal async Task<Neighbours> ReadAsync(ObservedPost seen, Rendering rendering, CancellationToken cancellation)
    {
        if (rendering.Good is not { Metadata.Address: var slug })
        {
            return await WithPredecessorAsync(Neighbours.None, seen, rendering, cancellation);
        }

        if (seen.TakesClaimForGranted && (seen.Row.Value is null || HoldsAsItDid(seen.Row.Value, rendering, slug)))
        {
            return Neighbours.None with { Claim = new(seen.Row.Value is null ? null : new(slug, seen.Path), null) };
        }

        var leaves = seen.IsFirstLook ? SlugLeftFor(slug, seen.Row.Value) : null;
        var next = await ReadNextAsync(seen.Path, leaves, cancellation);
        if (next != default)
        {
            return Neighbours.None with { Next = next };
        }

        var (claim, gone) = await source.ReadHolder(slug, cancellation);
        var isOthers = claim.Value is { } held && held.Path != seen.Path;
        var holder = isOthers ? await source.ReadPost(claim.Value!.Path, cancellation) : default;
        var neighbours = new Neighbours(claim, holder, Next: default);
        neighbours = neighbours with
        {
            Displaces = neighbours.HolderHolds && await GivesWayAsync(claim.Value!, seen.Path, cancellation),
            IsExpected = isOthers && holder.Value is null && await source.HasFile(claim.Value!.Path, cancellation),
        };
        if (gone is not null && (seen.Row.Value is null || WaitedFor(seen) == slug))
        {
            neighbours = neighbours with
            {
                Heritage = await InheritAsync(seen.Path, rendering, new(slug, gone, claim.ETag!.Value), cancellation),
            };
        }
        else if (!neighbours.AreInTheWay && WaitedFor(seen) != slug)
        {
            neighbours = await WithPredecessorAsync(neighbours, seen, rendering, cancellation);
        }

        var left = PostRows.LeftSlug(seen.Row.Value, PostRows.For(seen, rendering, neighbours), neighbours);
        return left == leaves
            ? neighbours
            : neighbours with
            {
                Next = await ReadNextAsync(seen.Path, left, cancellation),
            };
    }

    private static string? WaitedFor(ObservedPost seen) =>
        seen.Row.Value is { State: PostState.Waiting, WantedSlug: { } wanted } ? wanted : null;

    /// <summary>Who stood before a post that waited on the slug which it gives up: had the deletion been looked at in time, it
    /// would have moved up there, and gone on to its new slug as the same post.</summary>
    private async Task<Neighbours> WithPredecessorAsync(
        Neighbours neighbours,
        ObservedPost seen,
        Rendering rendering,
        CancellationToken cancellation
    )
    {
        if (WaitedFor(seen) is not { } wanted)
        {
            return neighbours;
        }

        var (claim, gone) = await source.ReadHolder(wanted, cancellation);
        if (gone is not null)
        {
            var heritage = new Heritage(wanted, gone, claim.ETag!.Value);
            return neighbours with { Heritage = await InheritAsync(seen.Path, rendering, heritage, cancellation) };
        }

        return claim.Value is { } held && held.Path != seen.Path && !await source.HasFile(held.Path, cancellation)
            ? neighbours with
            {
                GoneHolder = held.Path,
            }
            : neighbours;
    }

    /// <summary>Whether the file was there when its predecessor went, by storage's own times, and that one has not come back: it
    /// is the same post, moved. A file that came later is another post.</summary>
    private async Task<Heritage?> InheritAsync(
        string path,
        Rendering rendering,
        Heritage heritage,
        CancellationToken cancellation
    ) =>
        heritage.Left.Path != path
        && rendering.FirstSeen <= heritage.Left.At
        && !await source.HasFile(heritage.Left.Path, cancellation)
            ? heritage
            : null;

    /// <summary>Whether the claim on the slug that a post holds is there, and its own.</summary>
    public async Task<bool> IsClaimedAsync(PostRow row, CancellationToken cancellation) =>
        row is not { HoldsSlug: true, Metadata.Address: var held }
        || (await source.ReadHolder(held, cancellation)).Claim.Value?.Path == row.Path;

    /// <summary>Who comes after the post at <paramref name="path"/> on <paramref name="leftSlug"/>, which it leaves.
    /// Only the row itself tells: it may have changed since the list of who waits was read. It moves up only where it
    /// is what its file says now, by today's rules. The file may change right after it was asked for, since no
    /// transaction spans file and index. Whoever looks at it then either makes this commit stale or takes back what it
    /// made visible.</summary>
    internal async Task<NextInLine> ReadNextAsync(string path, string? leftSlug, CancellationToken cancellation)
    {
        if (leftSlug is null)
        {
            return default;
        }

        foreach (var waiting in await source.ReadWaiting(leftSlug, cancellation))
        {
            if (waiting.Path != path)
            {
                var row = await source.ReadPost(waiting.Path, cancellation);
                if (row.Value is { } next && next.WantedSlug == leftSlug)
                {
                    return await MovesUpAsync(next, cancellation) ? new(row) : new(default, leftSlug);
                }
            }
        }

        return default;
    }

    /// <summary>Who is to be looked at next, <paramref name="slug"/> having become free: the first of those that wait
    /// for it and that were not <paramref name="looked"/> at; null where somebody has it, or nobody is left.</summary>
    public async Task<string?> FindNextAsync(
        string slug,
        IReadOnlySet<string> looked,
        CancellationToken cancellation
    ) =>
        (await source.ReadHolder(slug, cancellation)).Claim.Value is null
            ? (await source.ReadWaiting(slug, cancellation)).FirstOrDefault(row => !looked.Contains(row.Path))?.Path
            : null;

    // Only a post with nothing online elsewhere moves up with the commit of another; and none that was rendered by
    // rules which might keep it back today.
    private async Task<bool> MovesUpAsync(PostRow row, CancellationToken cancellation) =>
        row.State == PostState.Waiting
        && !row.IsDueForLift(await source.ReadSite(cancellation))
        && await source.ReadETag(row.Path, cancellation) == row.SourceETag;

    // The slug that a post leaves for another. Where somebody waits for it, the other is taken to be free at the first
    // look: to ask for both would be one call too many. If it is not, the commit is stale, and the second look asks.
    private static string? SlugLeftFor(string slug, PostRow? row) =>
        row is { HoldsSlug: true, Metadata.Address: var held } && held != slug ? held : null;

    // What is only rendered anew keeps the slug that its row says it holds.
    private static bool HoldsAsItDid(PostRow? row, Rendering rendering, string slug) =>
        row is { HoldsSlug: true, Metadata.Address: var held }
        && held == slug
        && row.SourceETag == rendering.SourceETag;

    // In an index that is not complete yet, the path that sorts first has the slug.
    private async Task<bool> GivesWayAsync(ClaimRow claim, string path, CancellationToken cancellation) =>
        claim.ProvisionalIn is { } epoch
        && string.CompareOrdinal(path, claim.Path) < 0
        && await source.ReadHead(cancellation) is { Complete: false } head
        && head.Epoch == epoch;
}
