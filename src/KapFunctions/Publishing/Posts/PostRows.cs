using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Publishing.Posts;

/// <summary>What a post's row becomes: pure, from what was seen and rendered to the row that is written.</summary>
internal static class PostRows
{
    internal static PostRow At(DateTimeOffset now, ObservedPost seen, Rendering rendering, Neighbours neighbours)
    {
        var (before, row) = (seen.Row.Value, For(seen, rendering, neighbours));
        return row with
        {
            Announced = row.IsVisible(now),
            OnlineAt = OnlineAtOf(row, before, now),
            WasSeen = WasSeenUnderItsSlug(row, before, neighbours.Heritage, now),
            Withdrawn = before is not null && IsWithdrawn(row, before, now),
        };
    }

    public static PostRow For(ObservedPost seen, Rendering rendering, Neighbours neighbours)
    {
        var before = seen.Row.Value;
        // What is online stays as it is unless there is something better, and so does what it depends on.
        var uses = rendering.Uses | (rendering.Good?.Uses ?? before?.Uses ?? default);
        var known = before ?? NewRow(seen, rendering);
        var looked = known with
        {
            Id = neighbours.Heritage?.Left.Id ?? known.Id,
            FirstSeen = neighbours.Heritage?.Left.FirstSeen ?? known.FirstSeen,
            SourceETag = rendering.SourceETag,
            Written = rendering.Written,
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
            return looked.State == PostState.Waiting ? Broken(looked) : looked;
        }

        if (!neighbours.AreInTheWay)
        {
            return Online(looked, good, seen, neighbours.Heritage) with { State = StateOf(good.Metadata) };
        }

        var isElsewhere = looked.HoldsSlug && looked.Metadata!.Address != good.Metadata.Address;
        var waiting = isElsewhere
            ? looked
            : Online(looked, good, seen, neighbours.Heritage) with
            {
                State = PostState.Waiting,
            };
        return waiting with { WantedSlug = good.Metadata.Address };
    }

    /// <summary>The slug that <paramref name="before"/> holds and <paramref name="after"/> no longer does; null for
    /// none, and where another post holds it by now, since the claim was lost meanwhile.</summary>
    public static string? LeftSlug(PostRow? before, PostRow? after, Neighbours neighbours) =>
        before is { HoldsSlug: true, Metadata.Address: var held }
        && !(after is { HoldsSlug: true } && after.Metadata?.Address == held)
        && !(neighbours.HolderHolds && neighbours.Claim.Value?.Address == held)
            ? held
            : null;

    internal static PostState StateOf(PostMetadata metadata) => metadata.Draft ? PostState.Draft : PostState.Published;

    private static PostRow NewRow(ObservedPost seen, Rendering rendering) =>
        new()
        {
            Path = seen.Path,
            Id = seen.Identity.Value?.Id ?? PostIdentity.FromPath(seen.Path),
            FirstSeen = seen.Identity.Value?.FirstSeen ?? rendering.FirstSeen,
            State = PostState.Broken,
            SourceETag = rendering.SourceETag,
        };

    // Nothing was online, so nothing is kept: it neither waits nor moves up as it was before.
    private static PostRow Broken(PostRow looked) =>
        looked with
        {
            State = PostState.Broken,
            OnlineETag = null,
            Metadata = null,
            Body = null,
            Good = null,
            Review = null,
            Sections = null,
        };

    private static PostRow Online(PostRow looked, GoodVersion good, ObservedPost seen, Heritage? heritage) =>
        looked with
        {
            Id = good.Metadata.Id ?? heritage?.Left.Id ?? seen.Identity.Value?.Id ?? looked.Id,
            OnlineETag = good.ETag,
            Metadata = good.Metadata,
            Body = good.Body,
            Good = good.Good,
            Sections = good.Sections,
            Review = good.Review ?? (good.Metadata.Reviewed is null ? null : looked.Review),
        };

    /// <summary>Who takes the place of another was seen there, if that one was.</summary>
    private static bool WasSeenUnderItsSlug(PostRow row, PostRow? before, Heritage? heritage, DateTimeOffset now) =>
        heritage is { Slug: var inherited, Left.WasSeen: true } && row.HoldsSlug && row.Metadata!.Address == inherited
        || (before is not null && before.Metadata?.Address == row.Metadata?.Address && before.HasBeenSeen(now));

    /// <summary>Whether the rules or the settings took it down: readers saw what was made of the very same version.</summary>
    private static bool IsWithdrawn(PostRow row, PostRow before, DateTimeOffset now) =>
        row.SourceETag == before.SourceETag
        && row.OnlineETag == before.OnlineETag
        && row.State != PostState.Waiting
        && !row.IsVisible(now)
        && (before.Withdrawn || before.IsVisible(now));

    // HTTP dates have no fractions, so two versions are a second apart at least.
    private static DateTimeOffset? OnlineAtOf(PostRow row, PostRow? before, DateTimeOffset now) =>
        row.Body == before?.Body ? before?.OnlineAt
        : before?.OnlineAt?.AddSeconds(1) is { } earliest && earliest > now ? earliest
        : now;
}
