using KapFunctions.Storage;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing;

/// <summary>Reads who stands in a post's way to its slug, and who comes after it on the one that it leaves.</summary>
public sealed class NeighbourReader(IndexReader index, ContentStore content)
{
    /// <summary>The neighbours of a post that would go online as <paramref name="rendering"/> says.</summary>
    public async Task<Neighbours> ReadAsync(Sighting seen, Rendering rendering, CancellationToken cancellation)
    {
        if (rendering.Good is not { Metadata.Slug: var slug })
        {
            return Neighbours.None;
        }

        if (seen.TakesClaimForGranted && (seen.Row.Value is null || HoldsAsItDid(seen.Row.Value, rendering, slug)))
        {
            return Neighbours.None with { Claim = new(seen.Row.Value is null ? null : new(slug, seen.Path), null) };
        }

        var claim = await index.ReadClaimAsync(slug, cancellation);
        var isOthers = claim.Value is { } held && held.Path != seen.Path;
        var holder = isOthers ? await index.ReadPostAsync(claim.Value!.Path, cancellation) : default;
        var neighbours = new Neighbours(claim, holder, Next: default);
        neighbours = neighbours with
        {
            Displaces = neighbours.HolderHolds && await GivesWayAsync(claim.Value!, seen.Path, cancellation),
            IsExpected = isOthers && holder.Value is null && await content.HasAsync(claim.Value!.Path, cancellation),
        };
        var left = PostPlan.LeftSlug(seen.Row.Value, PostRows.For(seen, rendering, neighbours), neighbours);
        return neighbours with { Next = await ReadNextAsync(seen.Path, left, cancellation) };
    }

    /// <summary>Whether the claim on the slug that a post holds is there, and its own.</summary>
    public async Task<bool> IsClaimedAsync(PostRow row, CancellationToken cancellation) =>
        row is not { HoldsSlug: true, Metadata.Slug: var held }
        || (await index.ReadClaimAsync(held, cancellation)).Value?.Path == row.Path;

    /// <summary>
    /// The row of the post that waits for <paramref name="leftSlug"/>, which the one at <paramref name="path"/> leaves. Only
    /// the row itself tells, which may have changed since the list of who waits was read.
    /// </summary>
    public async Task<Stored<PostRow>> ReadNextAsync(string path, string? leftSlug, CancellationToken cancellation)
    {
        if (leftSlug is null)
        {
            return default;
        }

        foreach (var waiting in await index.ReadWaitingAsync(leftSlug, cancellation))
        {
            if (waiting.Path != path)
            {
                var row = await index.ReadPostAsync(waiting.Path, cancellation);
                if (row.Value?.WantedSlug == leftSlug)
                {
                    return row;
                }
            }
        }

        return default;
    }

    /// <summary>What is only rendered anew keeps the slug that its row says it holds.</summary>
    private static bool HoldsAsItDid(PostRow? row, Rendering rendering, string slug) =>
        row is { HoldsSlug: true, Metadata.Slug: var held } && held == slug && row.SourceETag == rendering.SourceETag;

    /// <summary>In an index that is not complete yet, the path that sorts first has the slug.</summary>
    private async Task<bool> GivesWayAsync(ClaimRow claim, string path, CancellationToken cancellation) =>
        claim.ProvisionalIn is { } epoch
        && string.CompareOrdinal(path, claim.Path) < 0
        && await index.ReadHeadAsync(cancellation) is { Complete: false } head
        && head.Epoch == epoch;
}
