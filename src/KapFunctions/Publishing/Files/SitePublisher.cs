using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Posts;
using KapFunctions.Settings;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Files;

/// <summary>A broken <c>site.yaml</c> leaves the settings in force; a missing one means the defaults.</summary>
public sealed class SitePublisher(
    ContentStore content,
    RenderedStore rendered,
    IndexReader index,
    IndexWriter writer,
    CurrentSite current,
    FollowerSignal signal,
    SiteOptions options,
    TimeProvider clock,
    ILogger<SitePublisher> log
)
{
    public Task LookAsync(CancellationToken cancellation) => RetryAsync(TryLookAsync, cancellation);

    /// <summary>Makes every row due to be rendered anew.</summary>
    public Task AskForRebuildAsync(CancellationToken cancellation) => RetryAsync(TryAskForRebuildAsync, cancellation);

    private async Task RetryAsync(Func<CancellationToken, Task<bool>> attempt, CancellationToken cancellation)
    {
        await CommitRetries.RunAsync(SiteSettings.Path, _ => attempt(cancellation), cancellation);
        current.Forget();
        await signal.SendAsync(cancellation);
    }

    private async Task<bool> TryLookAsync(CancellationToken cancellation)
    {
        var before = await index.ReadSiteAsync(cancellation);
        if (before.IsNewer)
        {
            return true;
        }

        var known = IsCurrent(before.Value) ? before.Value?.SourceETag : null;
        var look = await LookAtFileAsync(known, cancellation);
        if (look.IsUnchanged || (look.IsMissing && await IsForgottenAsync(before, cancellation)))
        {
            return true;
        }

        var after = await ReadAsync(before.Value ?? new(), look.Found, cancellation);
        if (!await CommitAsync(before, after, cancellation))
        {
            return false;
        }

        log.LogInformation("Published {Path} with {Errors} errors", SiteSettings.Path, after.Errors);
        return true;
    }

    // Under whichever of its names it lies; the usual one counts where there are several.
    private async Task<Look> LookAtFileAsync(string? known, CancellationToken cancellation)
    {
        var look = await content.LookAsync(SiteSettings.Path, known, cancellation);
        foreach (var name in ContentPaths.OtherSiteNames)
        {
            if (!look.IsMissing)
            {
                break;
            }

            look = await content.LookAsync(name, known, cancellation);
        }

        return look;
    }

    // Whether the index knows that there is no file. Where the row is lost, publishes render under the defaults, which
    // the head must agree with.
    private async Task<bool> IsForgottenAsync(Stored<SiteRow> row, CancellationToken cancellation) =>
        row switch
        {
            { Value: { } site } => site.SourceETag is null,
            { ETag: null } => await index.ReadHeadAsync(cancellation) is var head
                && (head is null || head.Rendering == new SiteRow().Rendering),
            _ => false,
        };

    private async Task<bool> TryAskForRebuildAsync(CancellationToken cancellation)
    {
        var before = await index.ReadSiteAsync(cancellation);
        var site = before.Value ?? new();
        return await CommitAsync(before, site with { Rebuilds = site.Rebuilds + 1 }, cancellation);
    }

    private Task<bool> CommitAsync(Stored<SiteRow> before, SiteRow after, CancellationToken cancellation)
    {
        var commit = new IndexCommit { RenderingBecomes = after.Rendering };
        commit.Put(after, before.ETag);
        commit.Log(EntryFor(before.Value, after));
        return writer.CommitAsync(commit, cancellation);
    }

    private LogEntry EntryFor(SiteRow? before, SiteRow after) =>
        new(
            Sequence: 0,
            At: clock.GetUtcNow(),
            ChangeKind.Site,
            SiteSettings.Path,
            Id: null,
            Slug: null,
            [new(after.Key, after)],
            Before: before?.Report == after.Report ? null : new(before?.Report, null)
        );

    private async Task<SiteRow> ReadAsync(SiteRow before, Source? source, CancellationToken cancellation)
    {
        if (source is null)
        {
            return new() { Rebuilds = before.Rebuilds };
        }

        var result = source.Refusal is { } refusal ? new(null, [refusal]) : SiteParser.Parse(source.File);
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
            Settings = WithOwnHosts(result.Settings ?? before.Settings),
            Reader = SiteParser.Version,
            Rebuilds = before.Rebuilds,
            Report = report,
            Errors = errors,
            Warnings = result.Problems.Count - errors,
        };
    }

    // Whether this program, where it answers now, would read the same file in the same way.
    private bool IsCurrent(SiteRow? row) =>
        row is null
        || (row.Reader >= SiteParser.Version && HostsOf(options.Url).All(row.Settings.Rendering.OwnHosts.Contains));

    // The site is at home where readers read and where this answers.
    private SiteSettings WithOwnHosts(SiteSettings settings) =>
        settings with
        {
            Rendering = settings.Rendering with
            {
                OwnHosts =
                [
                    .. HostsOf(settings.Url).Concat(HostsOf(options.Url)).Distinct().Order(StringComparer.Ordinal),
                ],
            },
        };

    private static string[] HostsOf(string? address) => address is null ? [] : RenderSettings.HostsOf(address);
}
