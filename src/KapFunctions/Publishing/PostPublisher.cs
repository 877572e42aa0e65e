using System.Diagnostics;
using KapFunctions.Content;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;
using KapFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing;

/// <summary>
/// The publish protocol: read the row, read the source, render, keep the good source and the body,
/// commit on the condition that the row is still the one that was read; else start over.
/// </summary>
public sealed class PostPublisher(
    ContentStore content,
    RenderedStore rendered,
    IndexReader index,
    IndexWriter writer,
    CurrentSite site,
    LogBell bell,
    TimeProvider clock,
    ILogger<PostPublisher> log
)
{
    /// <summary>Each round that fails means that somebody else's publish of the same post or for the same slug succeeded.</summary>
    private const int MaxRounds = 50;

    /// <summary>Makes the index agree with the source at <paramref name="path"/>.</summary>
    /// <exception cref="PublishContentionException">Others kept changing the same row; the trigger tries again.</exception>
    public async Task LookAtAsync(string path, CancellationToken cancellation)
    {
        using var activity = Instruments.Activities.StartActivity("publish");
        activity?.SetTag("kapfunctions.path", path);
        for (var round = 0; round < MaxRounds; round++)
        {
            var outcome = await TryAsync(path, cancellation);
            if (outcome.IsDone)
            {
                if (outcome.LookAtNext is { } next)
                {
                    await LookAtAsync(next, cancellation);
                }

                return;
            }

            site.Forget();
            await Task.Delay(Random.Shared.Next(1, 10 << Math.Min(round, 6)), cancellation);
        }

        throw new PublishContentionException(path);
    }

    private async Task<Outcome> TryAsync(string path, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var row = await index.ReadPostAsync(path, cancellation);
        if (!SourcePath.IsAddressable(path))
        {
            return await LookAtUnaddressableAsync(path, row, cancellation);
        }

        var current = await site.ReadAsync(cancellation);
        var look = await content.LookAsync(path, KnownETag(row.Value, current), cancellation);
        if (look.IsUnchanged && await IsWholeAsync(row.Value!, cancellation))
        {
            return Outcome.Done;
        }

        if (look.IsUnchanged)
        {
            look = await content.LookAsync(path, knownETag: null, cancellation);
        }

        return look.Found is { } source
            ? await PublishAsync(row, source, current, started, cancellation)
            : await RemoveAsync(path, row, cancellation);
    }

    /// <summary>The version that need not be read again: rendered by this renderer or a newer one, with today's settings.</summary>
    private static string? KnownETag(PostRow? row, SiteRow current) =>
        row is { WantedSlug: null } && !row.IsDueForLift(current) ? row.SourceETag : null;

    /// <summary>Whether what readers are shown is still in storage, and what it can be made from again.</summary>
    private async Task<bool> IsWholeAsync(PostRow row, CancellationToken cancellation) =>
        await HasBodyAsync(row, cancellation)
        && (row.Good is not { } good || await rendered.ExistsAsync(good, cancellation));

    private async Task<bool> HasBodyAsync(PostRow row, CancellationToken cancellation) =>
        row.Body is not { } body || await rendered.ReadBodyAsync(body, cancellation) is not null;

    private async Task<Outcome> PublishAsync(
        Stored<PostRow> row,
        Source source,
        SiteRow current,
        long started,
        CancellationToken cancellation
    )
    {
        var path = source.File.Path;
        var result = Render(source.File, current);
        var sighting = new Sighting(path, row, await ReadIdentityAsync(path, row.Value, result, cancellation));
        var rendering = await KeepAsync(row.Value, source, result, current, cancellation);
        var neighbours = await ReadNeighboursAsync(sighting, rendering, cancellation);
        var commit = PostPlan.ForRendering(sighting, rendering, neighbours, clock.GetUtcNow());
        if (commit is null)
        {
            return Outcome.Done;
        }

        if (!await writer.CommitAsync(commit, cancellation))
        {
            return Outcome.Stale;
        }

        await bell.RingAsync(cancellation);
        if (row.Value?.SourceETag != source.ETag)
        {
            Instruments.Published(clock.GetUtcNow() - source.UploadedAt);
        }

        PublishingLog.Report(
            log,
            PostPlan.RowFor(sighting, rendering, neighbours),
            result.Problems,
            clock.GetElapsedTime(started)
        );
        return Outcome.After(neighbours.Next);
    }

    private RenderResult Render(SourceFile source, SiteRow current)
    {
        var started = clock.GetTimestamp();
        var result = PostRenderer.Render(source, current.Settings.Rendering);
        Instruments.Rendered(clock.GetElapsedTime(started));
        return result;
    }

    private async Task<Outcome> RemoveAsync(string path, Stored<PostRow> row, CancellationToken cancellation)
    {
        var sighting = new Sighting(path, row, default);
        var next = await ReadNextAsync(path, PostPlan.LeftSlug(row.Value, after: null), cancellation);
        var commit = PostPlan.ForRemoval(sighting, next, clock.GetUtcNow());
        if (commit is null)
        {
            return Outcome.Done;
        }

        if (!await writer.CommitAsync(commit, cancellation))
        {
            return Outcome.Stale;
        }

        await bell.RingAsync(cancellation);
        log.LogInformation("Unpublished {Path}", path);
        return Outcome.After(next);
    }

    /// <summary>The SDK would rewrite such a name and read another blob, so only its existence is looked at.</summary>
    private async Task<Outcome> LookAtUnaddressableAsync(
        string path,
        Stored<PostRow> row,
        CancellationToken cancellation
    )
    {
        if (!await content.ExistsAsync(path, cancellation))
        {
            return await RemoveAsync(path, row, cancellation);
        }

        var current = await site.ReadAsync(cancellation);
        var problem = SourcePath.Problem(path);
        var name = RenderedStore.DocumentName(new(path, default), current.Settings.Rendering);
        await rendered.PutDocumentAsync(name, new(null, [problem]), cancellation);
        var rendering = new Rendering("", clock.GetUtcNow(), null, name, Errors: 1, 0, current.Rendering, Good: null);
        var sighting = new Sighting(path, row, await index.ReadIdentityAsync(path, cancellation));
        var commit = PostPlan.ForRendering(sighting, rendering, new(default, default, default), clock.GetUtcNow());
        return commit is null || await writer.CommitAsync(commit, cancellation) ? Outcome.Done : Outcome.Stale;
    }

    /// <summary>The row tells the id, except for a new post and for one whose author no longer fixes it.</summary>
    private async Task<Stored<IdentityRow>> ReadIdentityAsync(
        string path,
        PostRow? row,
        RenderResult result,
        CancellationToken cancellation
    )
    {
        var rowTells = row is not null && (row.Metadata?.Id is null || result.Post?.Metadata.Id is not null);
        return rowTells ? default : await index.ReadIdentityAsync(path, cancellation);
    }

    /// <summary>Puts what the source rendered to; for a broken one also lifts the version that is online, where it is old.</summary>
    private async Task<Rendering> KeepAsync(
        PostRow? row,
        Source source,
        RenderResult result,
        SiteRow current,
        CancellationToken cancellation
    )
    {
        var name = RenderedStore.DocumentName(source.File, current.Settings.Rendering);
        var putDocument = rendered.PutDocumentAsync(name, new(result.Post?.Body, result.Problems), cancellation);
        var good = result.Post is { } post
            ? new GoodVersion(post.Metadata, name, RenderedStore.GoodName(source.File), source.ETag)
            : null;
        await Task.WhenAll(
            putDocument,
            good is null ? Task.CompletedTask : rendered.PutGoodAsync(good.Good, source.File, cancellation)
        );
        if (good is null && row is not null && (row.IsDueForLift(current) || !await HasBodyAsync(row, cancellation)))
        {
            good = await LiftAsync(row, current, cancellation);
        }

        var errors = result.Problems.Count(problem => problem.Severity == Severity.Error);
        return new(
            source.ETag,
            source.CreatedAt,
            source.UploadedAt,
            result.Problems.Count > 0 ? name : null,
            errors,
            result.Problems.Count - errors,
            current.Rendering,
            good
        );
    }

    /// <summary>Renders the version that is online anew, from its kept source.</summary>
    private async Task<GoodVersion?> LiftAsync(PostRow row, SiteRow current, CancellationToken cancellation)
    {
        if (row is not { Good: { } goodName, OnlineETag: { } etag })
        {
            return null;
        }

        if (await rendered.ReadGoodAsync(goodName, cancellation) is not { } bytes)
        {
            return null;
        }

        var source = new SourceFile(row.Path, bytes);
        if (Render(source, current) is not { Post: { } post } result)
        {
            return null;
        }

        var name = RenderedStore.DocumentName(source, current.Settings.Rendering);
        await rendered.PutDocumentAsync(name, new(post.Body, result.Problems), cancellation);
        return new(post.Metadata, name, goodName, etag);
    }

    private async Task<Neighbours> ReadNeighboursAsync(
        Sighting sighting,
        Rendering rendering,
        CancellationToken cancellation
    )
    {
        if (rendering.Good is not { Metadata.Slug: var slug })
        {
            return new(default, default, default);
        }

        var claim = await index.ReadClaimAsync(slug, cancellation);
        var holder =
            claim.Value is { } held && held.Path != sighting.Path
                ? await index.ReadPostAsync(held.Path, cancellation)
                : default;
        var displaces = holder.Value is not null && await GivesWayAsync(claim.Value!, sighting.Path, cancellation);
        var neighbours = new Neighbours(claim, holder, default, displaces);
        var after = PostPlan.RowFor(sighting, rendering, neighbours);
        var next = await ReadNextAsync(sighting.Path, PostPlan.LeftSlug(sighting.Row.Value, after), cancellation);
        return neighbours with { Next = next };
    }

    /// <summary>In an index that is not complete yet, the path that sorts first has the slug.</summary>
    private async Task<bool> GivesWayAsync(ClaimRow claim, string path, CancellationToken cancellation) =>
        claim.ProvisionalIn is { } epoch
        && string.CompareOrdinal(path, claim.Path) < 0
        && await index.ReadHeadAsync(cancellation) is { Complete: false } head
        && head.Epoch == epoch;

    private async Task<Stored<PostRow>> ReadNextAsync(string path, string? leftSlug, CancellationToken cancellation)
    {
        if (leftSlug is null)
        {
            return default;
        }

        var waiting = await index.ReadWaitingAsync(leftSlug, cancellation);
        return waiting.FirstOrDefault(one => one.Path != path) is { } first
            ? await index.ReadPostAsync(first.Path, cancellation)
            : default;
    }

    /// <param name="IsDone">False where the row changed meanwhile.</param>
    /// <param name="LookAtNext">A post that waited for the slug which became free, and has something online elsewhere.</param>
    private readonly record struct Outcome(bool IsDone, string? LookAtNext = null)
    {
        public static readonly Outcome Done = new(IsDone: true);
        public static readonly Outcome Stale = new(IsDone: false);

        public static Outcome After(Stored<PostRow> next) =>
            new(IsDone: true, next.Value is { HoldsSlug: true } waiting ? waiting.Path : null);
    }
}
