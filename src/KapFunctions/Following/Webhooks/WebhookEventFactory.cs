using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;
using KapFunctions.Following.Changes;
using KapFunctions.Publishing.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;

namespace KapFunctions.Following.Webhooks;

/// <summary>Events of a log entry: what readers see, what authors should mend or have mended.</summary>
public sealed class WebhookEventFactory(RenderedStore rendered)
{
    /// <summary>The log begins here, or anew after a loss: whoever follows it reads the site again.</summary>
    public const string LogRestarted = "log.restarted";

    /// <summary>The events of one entry, in an order that is the same every time.</summary>
    internal async Task<IReadOnlyList<WebhookEvent>> OfAsync(
        LogEntry entry,
        LogPosition cursor,
        CancellationToken cancellation
    )
    {
        var events = new List<WebhookEvent>();
        if (entry.Kind != ChangeKind.Internal)
        {
            var change = Change.Of(entry, cursor);
            var subject = entry.Kind is ChangeKind.Site or ChangeKind.Theme or ChangeKind.Unknown
                ? $"{change.Kind}.updated"
                : $"post.{change.Kind}";
            var data = new WebhookData(
                change.Cursor,
                null,
                change.Id,
                change.Slug,
                change.FormerSlug,
                Tags: change.Tags,
                By: entry.By
            );
            events.Add(new($"{cursor.Epoch}-{entry.Sequence}", subject, entry.At, data));
        }

        if (entry.ReviewFellDue && DueOf(entry) is { } due)
        {
            AddProblems("problem.opened", [due]);
        }

        if (entry.Before is { } before)
        {
            var (had, has) = (
                await ReadAsync(entry.Path, before, cancellation),
                await ReadAsync(entry.Path, AfterOf(entry), cancellation)
            );
            AddProblems("problem.opened", has.ExceptBy(had.Select(Sameness), Sameness));
            AddProblems("problem.closed", had.ExceptBy(has.Select(Sameness), Sameness));
        }

        return events;

        void AddProblems(string type, IEnumerable<Problem> problems)
        {
            foreach (var problem in problems)
            {
                var data = new WebhookData(
                    cursor.ToString(),
                    entry.Path,
                    entry.Id,
                    entry.Slug,
                    Problem: problem,
                    By: entry.By
                );
                events.Add(new($"{cursor.Epoch}-{entry.Sequence}-{events.Count}", type, entry.At, data));
            }
        }
    }

    private static Problem? DueOf(LogEntry entry) =>
        entry.Rows.Select(change => change.Row).OfType<PostRow>().FirstOrDefault()?.Metadata is { } metadata
            ? ProblemsOfTime.DueOf(entry.Path, metadata, entry.At)
            : null;

    // A problem that only moved to another line is the same one.
    private static (string Code, string Message) Sameness(Problem problem) => (problem.Code, problem.Message);

    private static ReportedProblems AfterOf(LogEntry entry) =>
        entry
            .Rows.Select(change => change.Row)
            .FirstOrDefault(row => row is SiteRow or RedirectsRow or ThemeRow or MediaRow or PostRow) switch
        {
            PostRow post when post.Path == entry.Path => new(post.Report, post.WantedSlug),
            SiteRow site => new(site.Report, null),
            RedirectsRow redirects => new(redirects.Report, null),
            ThemeRow theme => new(theme.Report, null),
            MediaRow media => new(media.Report, null),
            _ => new(null, null),
        };

    private async Task<IReadOnlyList<Problem>> ReadAsync(
        string path,
        ReportedProblems reported,
        CancellationToken cancellation
    )
    {
        var written =
            reported.Report is { } name && await rendered.ReadDocumentAsync(name, cancellation) is { } document
                ? document.Problems.Where(problem => problem.Severity != Severity.Hint)
                : [];
        return reported.WantedSlug is { } slug
            ? [ContentProblems.SlugTaken(path, slug, holder: null), .. written]
            : [.. written];
    }
}
