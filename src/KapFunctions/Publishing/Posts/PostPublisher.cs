using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Publishing.Commits;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Posts;

/// <summary>The publish protocol: read the row, read the source, render, keep the good source and the body, commit on
/// the condition that the row is still the one that was read; else start over.</summary>
public sealed class PostPublisher(
    ContentStore content,
    RenderedStore rendered,
    SourceRenderer renderer,
    NeighbourReader neighbourhood,
    PostReviews reviews,
    PostOriginals originals,
    FileHistories histories,
    IndexReader index,
    IndexWriter writer,
    BodyReader bodies,
    CurrentSite site,
    FollowerSignal signal,
    TimeProvider clock,
    ILogger<PostPublisher> log
)
{
    internal async Task LookAtAsync(string path, LookReason reason, CancellationToken cancellation)
    {
        using var activity = Instruments.Activities.StartActivity("publish");
        activity?.SetTag(Instruments.PathTag, path);
        using var look = histories.Enter();
        var outcome = LookOutcome.Stale;
        await CommitRetries.RunAsync(
            path,
            async attempt =>
            {
                outcome = await TryAsync(path, reason, attempt, cancellation);
                if (!outcome.IsDone)
                {
                    site.Forget();
                }

                return outcome.IsDone;
            },
            cancellation
        );
        if (outcome.Offered is { } slug)
        {
            await OfferAsync(slug, cancellation);
        }
    }

    // Has those that wait for a slug which became free looked at, one after another, until one of them has it: none of
    // them could be given it unseen. What a stop on the way leaves undone, the next reconcile does.
    private async Task OfferAsync(string slug, CancellationToken cancellation)
    {
        var looked = new HashSet<string>(StringComparer.Ordinal);
        while (await neighbourhood.FindNextAsync(slug, looked, cancellation) is { } next)
        {
            looked.Add(next);
            await LookAtAsync(next, LookReason.Changed, cancellation);
        }
    }

    private async Task<LookOutcome> TryAsync(
        string path,
        LookReason reason,
        int attempt,
        CancellationToken cancellation
    )
    {
        var row = await index.ReadPostAsync(path, cancellation);
        if (row.IsNewer)
        {
            return LookOutcome.Done;
        }

        if (!SourcePath.IsAddressable(path))
        {
            return await LookAtUnaddressableAsync(path, row, cancellation);
        }

        var current = await site.ReadAsync(cancellation);
        return row.Value is null
            ? await LookAtUnknownAsync(path, row, current, attempt, cancellation)
            : await LookAtKnownAsync(row, current, reason, attempt, cancellation);
    }

    private async Task<LookOutcome> LookAtKnownAsync(
        Stored<PostRow> row,
        SiteRow current,
        LookReason reason,
        int attempt,
        CancellationToken cancellation
    )
    {
        var (path, known) = (row.Value!.Path, row.Value);
        var knownETag = known.ETagUnder(current);
        if (knownETag is not null && knownETag == reason.ListedETag)
        {
            return LookOutcome.Done;
        }

        var look = await content.LookAsync(path, knownETag, cancellation);
        if (look.IsUnchanged)
        {
            if (reason.TakesKeptForWhole || await IsWholeAsync(known, cancellation))
            {
                return LookOutcome.Done;
            }

            look = await content.LookAsync(path, knownETag: null, cancellation);
        }

        return look.Found is { } source
            ? await PublishAsync(
                new(path, row, default, reason.TakesKeptForWhole, IsFirstLook: attempt == 0),
                source,
                current,
                cancellation
            )
            : await RemoveAsync(path, row, look.MissingAt, reason.Deleter, cancellation);
    }

    private async Task<bool> IsWholeAsync(PostRow row, CancellationToken cancellation) =>
        await renderer.IsWholeAsync(row, cancellation) && await neighbourhood.IsClaimedAsync(row, cancellation);

    // A new file, or one whose row was lost. Of the latter, history may keep a good version that the file no longer
    // holds: that one is put back first, and then the file is looked at as ever.
    private async Task<LookOutcome> LookAtUnknownAsync(
        string path,
        Stored<PostRow> row,
        SiteRow current,
        int attempt,
        CancellationToken cancellation
    )
    {
        var isGuess = attempt == 0 && row.ETag is null && histories.MayGuess;
        var (identity, kept) = isGuess ? default : await histories.ReadAsync(path, cancellation);
        var look = await content.LookAsync(path, knownETag: null, cancellation);
        if (look.Found is not { } source)
        {
            var forgotten = ForgottenPost.CommitFor(path, row, clock.GetUtcNow());
            return await writer.CommitAsync(forgotten, cancellation) ? LookOutcome.Done : LookOutcome.Stale;
        }

        return
            kept is not null
            && kept.ETag != source.ETag
            && await renderer.RenderKeptAsync(kept, current, cancellation) is { } good
            ? await PutBackAsync(new(path, row, identity), source, good, current, cancellation)
            : await PublishAsync(new(path, row, identity, isGuess), source, current, cancellation);
    }

    private async Task<LookOutcome> PutBackAsync(
        ObservedPost seen,
        Source source,
        GoodVersion good,
        SiteRow current,
        CancellationToken cancellation
    )
    {
        var rendering = new Rendering("", source.CreatedAt, null, null, Errors: 0, 0, good.Uses, current, good);
        var neighbours = await neighbourhood.ReadAsync(seen, rendering, cancellation);
        rendering = await JudgeAsync(seen, rendering, neighbours, cancellation);
        if (PostPlan.ForRendering(seen, rendering, neighbours, clock.GetUtcNow()) is { } planned)
        {
            await writer.CommitAsync(planned.Commit, cancellation);
        }

        return LookOutcome.Stale;
    }

    private async Task<Rendering> JudgeAsync(
        ObservedPost seen,
        Rendering rendering,
        Neighbours neighbours,
        CancellationToken cancellation
    )
    {
        if (rendering.Good is null)
        {
            return rendering;
        }

        var id = PostRows.For(seen, rendering, neighbours).Id;
        rendering = await reviews.JudgeAsync(seen, rendering, id, cancellation);
        return await originals.JudgeAsync(seen, rendering, neighbours, id, cancellation);
    }

    private async Task<LookOutcome> PublishAsync(
        ObservedPost seen,
        Source source,
        SiteRow current,
        CancellationToken cancellation
    )
    {
        var started = clock.GetTimestamp();
        var row = seen.Row.Value;
        var (rendering, result) = await renderer.RenderAsync(source, row, current, cancellation);
        seen = seen with { Identity = await histories.ReadIdentityAsync(row, seen.Identity, result, cancellation) };
        var neighbours = await neighbourhood.ReadAsync(seen, rendering, cancellation);
        if (neighbours.GoneHolder is { } gone && seen.IsFirstLook)
        {
            await LookAtAsync(gone, LookReason.Changed, cancellation);
            return LookOutcome.Stale;
        }

        rendering = await JudgeAsync(seen, rendering, neighbours, cancellation);
        var now = clock.GetUtcNow();
        if (PostPlan.ForRendering(seen, rendering, neighbours, now) is not { } planned)
        {
            return LookOutcome.Done;
        }

        if (!await writer.CommitAsync(planned.Commit, cancellation))
        {
            return LookOutcome.Stale;
        }

        if (result.Post is { } post && rendering.Good!.Body != row?.Body)
        {
            bodies.Keep(rendering.Good.Body, post.Body);
        }

        await signal.SendAsync(cancellation);
        await signal.SendAtFirstAsync(planned.Row.BoundariesAfter(now), cancellation);
        PublishingLog.Report(log, row, planned.Row, result.Problems, clock.GetElapsedTime(started), now);
        if (row?.SourceETag != source.ETag)
        {
            Instruments.Published(clock.GetUtcNow() - source.UploadedAt);
        }

        return new(IsDone: true, neighbours.Next.Offered);
    }

    private async Task<LookOutcome> RemoveAsync(
        string path,
        Stored<PostRow> row,
        DateTimeOffset? goneAt,
        string? deleter,
        CancellationToken cancellation
    )
    {
        var left = PostRows.LeftSlug(row.Value, after: null, Neighbours.None);
        var next = await neighbourhood.ReadNextAsync(path, left, cancellation);
        if (
            PostPlan.ForRemoval(new(path, row, default), next.Row, clock.GetUtcNow(), goneAt, deleter) is not { } commit
        )
        {
            return LookOutcome.Done;
        }

        if (!await writer.CommitAsync(commit, cancellation))
        {
            return LookOutcome.Stale;
        }

        await signal.SendAsync(cancellation);
        log.LogInformation("Unpublished {Path}", path);
        return new(IsDone: true, next.Offered);
    }

    // The SDK would rewrite such a name and read another blob, so only its existence is looked at.
    private async Task<LookOutcome> LookAtUnaddressableAsync(
        string path,
        Stored<PostRow> row,
        CancellationToken cancellation
    )
    {
        if (!await content.ExistsAsync(path, cancellation))
        {
            return await RemoveAsync(path, row, goneAt: null, deleter: null, cancellation);
        }

        var current = await site.ReadAsync(cancellation);
        var problem = SourcePath.Problem(path);
        var name = RenderedStore.DocumentName(new(path, default), settings: "");
        await rendered.PutDocumentAsync(name, new(null, [problem]), cancellation);
        var rendering = new Rendering("", clock.GetUtcNow(), null, name, Errors: 1, 0, default, current, Good: null);
        var seen = new ObservedPost(path, row, (await index.ReadHistoryOfAsync(path, cancellation)).Identity);
        var planned = PostPlan.ForRendering(seen, rendering, Neighbours.None, clock.GetUtcNow());
        return planned is null || await writer.CommitAsync(planned.Commit, cancellation)
            ? LookOutcome.Done
            : LookOutcome.Stale;
    }
}
