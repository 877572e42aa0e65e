using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Content.Themes;
using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Files;

/// <summary>Publishes the files of the theme, each by itself. A broken one leaves its last good version in use and is
/// reported; one that went leaves the built-in file in its place.</summary>
public sealed class ThemePublisher(
    ContentStore content,
    RenderedStore rendered,
    IndexReader index,
    IndexWriter writer,
    FollowerSignal signal,
    TimeProvider clock,
    ILogger<ThemePublisher> log
)
{
    public Task LookAtAsync(string path, CancellationToken cancellation) =>
        CommitRetries.RunAsync(path, _ => TryLookAsync(path, cancellation), cancellation);

    private async Task<bool> TryLookAsync(string path, CancellationToken cancellation)
    {
        var before = await index.ReadThemeAsync(path, cancellation);
        if (before.IsNewer)
        {
            return true;
        }

        if (!SourcePath.IsAddressable(path))
        {
            return await LookAtUnaddressableAsync(path, before, cancellation);
        }

        var inUse = await ReadInUseAsync(path, before.Value, cancellation);
        var isKnown = before.Value is { Checker: >= ThemeChecker.Version } row && row.Good == inUse.Name;
        var look = await content.LookAsync(path, isKnown ? before.Value!.SourceETag : null, cancellation);
        if (look.IsUnchanged)
        {
            return true;
        }

        return look.Found is { } source
            ? await CommitAsync(before, inUse, await ReadAsync(inUse, source, cancellation), cancellation)
            : await RemoveAsync(path, before, inUse, cancellation);
    }

    // The version in use: its row names it, or history does where the row was lost; none where storage has lost it.
    private async Task<GoodFile> ReadInUseAsync(string path, ThemeRow? row, CancellationToken cancellation)
    {
        var kept = row is null ? (await index.ReadHistoryOfAsync(path, cancellation)).Kept?.Good : null;
        var isInHistory = kept is not null || row is { Errors: > 0, Good: not null };
        return (kept ?? row?.Good) is { } name && await rendered.ReadGoodAsync(name, cancellation) is { } bytes
            ? new(name, bytes.Length, isInHistory)
            : new(null, 0, isInHistory);
    }

    private async Task<ThemeRow> ReadAsync(GoodFile inUse, Source source, CancellationToken cancellation)
    {
        var problems = source.Refusal is { } refusal ? [refusal] : ThemeChecker.Check(source.File);
        var report = RenderedStore.ReportName(source, problems);
        var row = await ReportAsync(inUse, source.File, source.ETag, problems, report, cancellation);
        row = row with { Written = source.Written };
        if (row.Errors > 0)
        {
            return row;
        }

        var good = RenderedStore.GoodName(source.File);
        await rendered.PutGoodAsync(good, source.File, cancellation);
        return row with { Good = good, Size = source.File.Bytes.Length };
    }

    // The row with what is wrong now, and what is in use all the same.
    private async Task<ThemeRow> ReportAsync(
        GoodFile inUse,
        SourceFile file,
        string etag,
        IReadOnlyList<Problem> problems,
        string? report,
        CancellationToken cancellation
    )
    {
        if (report is not null)
        {
            await rendered.PutDocumentAsync(report, new(null, problems), cancellation);
        }

        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        return new()
        {
            Path = file.Path,
            SourceETag = etag,
            Good = inUse.Name,
            Size = inUse.Size,
            Report = report,
            Errors = errors,
            Warnings = problems.Count - errors,
            Checker = ThemeChecker.Version,
        };
    }

    private async Task<bool> LookAtUnaddressableAsync(
        string path,
        Stored<ThemeRow> before,
        CancellationToken cancellation
    )
    {
        if (!await content.ExistsAsync(path, cancellation))
        {
            return await RemoveAsync(path, before, default, cancellation);
        }

        var problem = SourcePath.Problem(path);
        var report = RenderedStore.ReportName(problem);
        var row = await ReportAsync(default, new(path, default), "", [problem], report, cancellation);
        return await CommitAsync(before, default, row, cancellation);
    }

    private Task<bool> RemoveAsync(string path, Stored<ThemeRow> before, GoodFile inUse, CancellationToken cancellation)
    {
        if (before.ETag is not { } etag)
        {
            return Task.FromResult(true);
        }

        var commit = new IndexCommit();
        commit.RemoveTheme(path, etag);
        if (inUse.IsInHistory)
        {
            commit.RemoveKept(path);
        }

        return CommitAsync(commit, Entry(path, before.Value, null), cancellation);
    }

    private Task<bool> CommitAsync(
        Stored<ThemeRow> before,
        GoodFile inUse,
        ThemeRow after,
        CancellationToken cancellation
    )
    {
        if (before.Value == after)
        {
            return Task.FromResult(true);
        }

        var commit = new IndexCommit();
        commit.Put(after, before.ETag);
        if (after is { Errors: > 0, Good: { } good })
        {
            // Nobody can make it again from the file as it is now.
            commit.Put(new KeptRow(after.Path, good, before.Value?.SourceETag ?? ""));
        }
        else if (inUse.IsInHistory)
        {
            commit.RemoveKept(after.Path);
        }

        return CommitAsync(commit, Entry(after.Path, before.Value, after), cancellation);
    }

    private async Task<bool> CommitAsync(IndexCommit commit, LogEntry entry, CancellationToken cancellation)
    {
        commit.Log(entry);
        if (!await writer.CommitAsync(commit, cancellation))
        {
            return false;
        }

        await signal.SendAsync(cancellation);
        var errors = entry.Rows[0].Row is ThemeRow row ? row.Errors : 0;
        log.LogInformation("Published {Path} with {Errors} errors", entry.Path, errors);
        return true;
    }

    // Readers see no change where only the problems are others.
    private LogEntry Entry(string path, ThemeRow? before, ThemeRow? after) =>
        new(
            Sequence: 0,
            At: clock.GetUtcNow(),
            before?.Good == after?.Good ? ChangeKind.Internal : ChangeKind.Theme,
            path,
            Id: null,
            Slug: null,
            [new(IndexKeys.Theme(path), after)],
            Before: before?.Report == after?.Report ? null : new(before?.Report, null)
        );

    // A version that can be used: the blob that holds it, its bytes, and whether history names it.
    private readonly record struct GoodFile(string? Name, int Size, bool IsInHistory);
}
