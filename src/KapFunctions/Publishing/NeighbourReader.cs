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

        var claim = await index.ReadClaimAsync(slug, cancellation);
        var isOthers = claim.Value is { } held && held.Path != seen.Path;
        var holder = isOthers ? await index.ReadPostAsync(claim.Value!.Path, cancellation) : default;
        var neighbours = new Neighbours(claim, holder, Next: default);
        neighbours = neighbours with
        {
            Displaces = neighbours.HolderHolds && await GivesWayAsync(claim.Value!, seen.Path, cancellation),
            IsExpected = isOthers && holder.Value is null && await content.HasAsync(claim.Value!.Path, cancellation),
        };
        var left = PostPlan.LeftSlug(seen.Row.Value, PostPlan.RowFor(seen, rendering, neighbours));
        return neighbours with { Next = await ReadNextAsync(seen.Path, left, cancellation) };
    }

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

    /// <summary>In an index that is not complete yet, the path that sorts first has the slug.</summary>
    private async Task<bool> GivesWayAsync(ClaimRow claim, string path, CancellationToken cancellation) =>
        claim.ProvisionalIn is { } epoch
        && string.CompareOrdinal(path, claim.Path) < 0
        && await index.ReadHeadAsync(cancellation) is { Complete: false } head
        && head.Epoch == epoch;
}
