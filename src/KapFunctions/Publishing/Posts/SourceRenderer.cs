using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Telemetry;

namespace KapFunctions.Publishing.Posts;

/// <summary>Renders sources and puts what they render to, before any row names it.</summary>
public sealed class SourceRenderer(RenderLimiter limiter, RenderedStore rendered, TimeProvider clock)
{
    /// <summary>Whether what readers are shown is still in storage, and what it can be made from again.</summary>
    public async Task<bool> IsWholeAsync(PostRow row, CancellationToken cancellation) =>
        await HasBodyAsync(row, cancellation)
        && (row.Good is not { } good || await rendered.ReadGoodAsync(good, cancellation) is not null);

    /// <summary>Renders a source. Beside one that cannot be published, the version that is online is rendered anew,
    /// where it is old or lost: <paramref name="row"/> says which.</summary>
    internal async Task<(Rendering Rendering, RenderResult Result)> RenderAsync(
        Source source,
        PostRow? row,
        SiteRow site,
        CancellationToken cancellation
    )
    {
        var settings = site.Settings.Rendering;
        var refusal = source.Refusal ?? MisplacedFile.ProblemOf(source.File.Path);
        var result = refusal is null
            ? await RenderAsync(source.File, site, cancellation)
            : new RenderResult(null, [refusal]);
        // Of what was not read, the problem is all that there is.
        var name = refusal is null
            ? RenderedStore.DocumentName(source.File, settings.FingerprintOf(result.Uses))
            : RenderedStore.ReportName(refusal);
        var putDocument = rendered.PutDocumentAsync(name, new(result.Post?.Body, result.Problems), cancellation);
        var good = result.Post is { } post
            ? new GoodVersion(post.Metadata, name, RenderedStore.GoodName(source.File), source.ETag, result.Uses)
            {
                Review = post.Review,
                Sections = post.Sections,
            }
            : null;
        await Task.WhenAll(
            putDocument,
            good is null || IsKeptBy(row, good, site)
                ? Task.CompletedTask
                : rendered.PutGoodAsync(good.Good, source.File, cancellation)
        );
        good ??= await LiftAsync(row, site, cancellation);
        if (result is { Post: null, Withdraws: true })
        {
            good = Hidden(good ?? OnlineOf(row));
        }

        var errors = result.Problems.Count(problem => problem.Severity == Severity.Error);
        var rendering = new Rendering(
            source.ETag,
            source.CreatedAt,
            source.UploadedAt,
            result.Problems.Count > 0 ? name : null,
            errors,
            result.Problems.Count - errors,
            result.Uses,
            site,
            good
        )
        {
            Written = source.Written,
        };
        return (rendering, result);
    }

    /// <summary>Renders a kept version as if its file still said so; null where its source is lost.</summary>
    internal async Task<GoodVersion?> RenderKeptAsync(KeptRow kept, SiteRow site, CancellationToken cancellation) =>
        (await JudgeKeptAsync(kept, site, cancellation)).Good;

    // The same, and whether these rules say that readers are to see nothing of it.
    private async Task<(GoodVersion? Good, bool Withdraws)> JudgeKeptAsync(
        KeptRow kept,
        SiteRow site,
        CancellationToken cancellation
    )
    {
        if (await rendered.ReadGoodAsync(kept.Good, cancellation) is not { } bytes)
        {
            return (null, false);
        }

        var source = new SourceFile(kept.Path, bytes);
        var result = await RenderAsync(source, site, cancellation);
        if (result.Post is not { } post)
        {
            return (null, result.Withdraws);
        }

        var name = RenderedStore.DocumentName(source, site.Settings.Rendering.FingerprintOf(result.Uses));
        await rendered.PutDocumentAsync(name, new(post.Body, result.Problems), cancellation);
        var good = new GoodVersion(post.Metadata, name, kept.Good, kept.ETag, result.Uses)
        {
            Review = post.Review,
            Sections = post.Sections,
        };
        return (kept.IsHidden ? Hidden(good) : good, false);
    }

    // A version that readers are not to see, though its source does not say so.
    private static GoodVersion? Hidden(GoodVersion? good) =>
        good is null ? null : good with { Metadata = good.Metadata with { Draft = true } };

    private static GoodVersion? OnlineOf(PostRow? row) =>
        row is { Metadata: { } metadata, Body: { } body, Good: { } good, OnlineETag: { } online }
            ? new(metadata, body, good, online, row.Uses) { Sections = row.Sections }
            : null;

    private async Task<RenderResult> RenderAsync(SourceFile source, SiteRow site, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var result = await limiter.RenderAsync(source, site.Settings.Rendering, cancellation);
        Instruments.Rendered(clock.GetElapsedTime(started));
        return result;
    }

    // What is only rendered anew is kept already. Should storage have lost it, it is missed by the next reconcile.
    private static bool IsKeptBy(PostRow? row, GoodVersion good, SiteRow site) =>
        row is not null && row.Good == good.Good && row.IsDueForLift(site);

    private async Task<GoodVersion?> LiftAsync(PostRow? row, SiteRow site, CancellationToken cancellation)
    {
        if (
            row is not { Good: { } good, OnlineETag: { } online }
            || !(row.IsDueForLift(site) || !await HasBodyAsync(row, cancellation))
        )
        {
            return null;
        }

        var kept = new KeptRow(row.Path, good, online, row.Metadata is { Draft: true });
        var (lifted, withdraws) = await JudgeKeptAsync(kept, site, cancellation);
        return withdraws ? Hidden(OnlineOf(row)) : lifted;
    }

    private async Task<bool> HasBodyAsync(PostRow row, CancellationToken cancellation) =>
        row.Body is not { } body || await rendered.ReadBodyAsync(body, cancellation) is not null;
}
