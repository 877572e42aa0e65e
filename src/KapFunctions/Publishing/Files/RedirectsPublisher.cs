using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Files;

/// <summary>A broken <c>redirects.yaml</c> leaves the redirects in force; without the file there are none.</summary>
public sealed class RedirectsPublisher(
    ContentStore content,
    RenderedStore rendered,
    IndexReader index,
    IndexWriter writer,
    FollowerSignal signal,
    TimeProvider clock,
    ILogger<RedirectsPublisher> log
)
{
    public Task LookAsync(CancellationToken cancellation) =>
        CommitRetries.RunAsync(RedirectsParser.Path, _ => TryLookAsync(cancellation), cancellation);

    private async Task<bool> TryLookAsync(CancellationToken cancellation)
    {
        var before = await index.ReadRedirectsAsync(cancellation);
        if (before.IsNewer)
        {
            return true;
        }

        var known = before.Value is { Reader: >= RedirectsParser.Version } row ? row.SourceETag : null;
        var look = await content.LookAsync(RedirectsParser.Path, known, cancellation);
        if (look.IsUnchanged || (look.IsMissing && before.ETag is null))
        {
            return true;
        }

        var after = look.Found is { } source ? await ReadAsync(before.Value, source, cancellation) : null;
        return await CommitAsync(before, after, cancellation);
    }

    private async Task<RedirectsRow> ReadAsync(RedirectsRow? before, Source source, CancellationToken cancellation)
    {
        var result = source.Refusal is { } refusal ? new(null, [refusal]) : RedirectsParser.Parse(source.File);
        var report = RenderedStore.ReportName(source, result.Problems);
        if (report is not null)
        {
            await rendered.PutDocumentAsync(report, new(null, result.Problems), cancellation);
        }

        var errors = result.Problems.Count(problem => problem.Severity == Severity.Error);
        return new()
        {
            SourceETag = source.ETag,
            Written = source.Written,
            Reader = RedirectsParser.Version,
            Rules = result.Rules ?? before?.Rules ?? [],
            Report = report,
            Errors = errors,
            Warnings = result.Problems.Count - errors,
        };
    }

    private async Task<bool> CommitAsync(
        Stored<RedirectsRow> before,
        RedirectsRow? after,
        CancellationToken cancellation
    )
    {
        var commit = new IndexCommit();
        if (after is not null)
        {
            commit.Put(after, before.ETag);
        }
        else
        {
            commit.RemoveRedirects(before.ETag!.Value);
        }

        commit.Log(EntryFor(before.Value, after));
        if (!await writer.CommitAsync(commit, cancellation))
        {
            return false;
        }

        await signal.SendAsync(cancellation);
        log.LogInformation("Published {Path} with {Errors} errors", RedirectsParser.Path, after?.Errors ?? 0);
        return true;
    }

    // To whoever follows, any page may be another one now; where only the problems are others, none is.
    private LogEntry EntryFor(RedirectsRow? before, RedirectsRow? after) =>
        new(
            Sequence: 0,
            At: clock.GetUtcNow(),
            (before?.Rules ?? []).SequenceEqual(after?.Rules ?? []) ? ChangeKind.Internal : ChangeKind.Site,
            RedirectsParser.Path,
            Id: null,
            Slug: null,
            [new(IndexKeys.Redirects, after)],
            Before: before?.Report == after?.Report ? null : new(before?.Report, null)
        );
}
