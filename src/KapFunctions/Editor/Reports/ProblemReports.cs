using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Themes;
using KapFunctions.Http;
using KapFunctions.Publishing.Posts;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Reports;

/// <summary>Only posts and pages have a state. <c>Online</c> says whether a good version is shown.</summary>
internal sealed record FileProblems(string Path, PostState? State, bool Online, IReadOnlyList<Problem> Problems);

internal sealed record ProblemList(IReadOnlyList<FileProblems> Files);

/// <summary>Problems of all files: texts lie beside the bodies, who waits for a slug is seen in the index.</summary>
public sealed class ProblemReports(
    Freshness freshness,
    RenderedStore rendered,
    IndexReader index,
    ThemeCache themes,
    ContentStore content,
    TimeProvider clock
)
{
    private const int Parallelism = 8;

    private const int MaxFiles = 1_000;

    /// <summary>Files whose links and names are looked up when problems are asked for: all of nearly every site.</summary>
    private const int MaxLookedAt = 10_000;

    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        if (await ReadRowsAsync(cancellation) is not { } all)
        {
            return Problems.NotReady();
        }

        var (site, redirects, rows, theme, media, among, missing) = all;
        var files = new FileProblems[rows.Count];
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
            async (i, token) => files[i] = await OfAsync(rows[i], among[rows[i].Path], token)
        );
        var ofSite = await OfAsync(site, cancellation);
        ofSite = ofSite with { Problems = [.. ofSite.Problems, .. missing] };
        FileProblems[] found =
        [
            ofSite,
            .. redirects is null ? Array.Empty<FileProblems>() : [await OfAsync(redirects, cancellation)],
            .. files,
            .. await OfThemeAsync(theme, cancellation),
            .. await OfMediaAsync(media, cancellation),
        ];
        return new DataResult<ProblemList>(
            new([.. found.Where(file => file.Problems.Count > 0 || file.State is not null)]),
            ReportJson.Default.ProblemList
        );
    }

    // The problems of the theme's files: as they were published, and as they did on pages since.
    private async Task<IReadOnlyList<FileProblems>> OfThemeAsync(
        IReadOnlyList<ThemeRow> theme,
        CancellationToken cancellation
    )
    {
        var onPages = (await themes.NowAsync(cancellation)).Problems.ToLookup(problem => problem.File);
        var used = ThemeRow.InUse(theme).Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
        var files = new List<FileProblems>();
        foreach (var row in theme)
        {
            var problems = await ReadReportAsync(row.Report, cancellation);
            Problem[] surplus =
                row.Good is not null && !used.Contains(row.Path) ? [ThemeChecker.ProblemOfSurplus(row.Path)] : [];
            files.Add(new(row.Path, null, used.Contains(row.Path), [.. problems, .. onPages[row.Path], .. surplus]));
        }

        return files;
    }

    internal async Task<FileProblems> OfAsync(SiteRow site, CancellationToken cancellation) =>
        new(SiteSettings.Path, null, Online: true, await ReadReportAsync(site.Report, cancellation));

    internal Task<FileProblems> OfAsync(View view, RedirectsRow redirects, CancellationToken cancellation) =>
        OfAsync(new FoundRedirects(redirects, HiddenRedirects.In(view, redirects)), cancellation);

    private async Task<FileProblems> OfAsync(FoundRedirects found, CancellationToken cancellation) =>
        new(
            RedirectsParser.Path,
            null,
            Online: true,
            [.. await ReadReportAsync(found.Row.Report, cancellation), .. found.Hidden]
        );

    private async Task<IReadOnlyList<FileProblems>> OfMediaAsync(
        IReadOnlyList<MediaRow> media,
        CancellationToken cancellation
    )
    {
        var files = new List<FileProblems>();
        foreach (var row in media)
        {
            files.Add(new(row.Path, null, !row.IsWithheld, await ReadReportAsync(row.Report, cancellation)));
        }

        return files;
    }

    private async Task<AllRows?> ReadRowsAsync(CancellationToken cancellation)
    {
        using var view = await freshness.ReadAsync(cancellation);
        if (view is null)
        {
            return null;
        }

        var sources = view.Sources(MaxLookedAt);
        var names = new NameProblems(
            sources.Select(row => row.Metadata).OfType<PostMetadata>(),
            view.Site.Settings.Authors.Select(author => (author.Slug, author.Name))
        );
        var translations = new TranslationProblems(view);
        var known = view.Problems();
        var fields = new OwnFieldReader(view.Site.Settings);
        var found = sources
            .UnionBy(known, row => row.Path)
            .ToDictionary(
                row => row.Path,
                row => new FoundAmongOthers(
                    LinkReports.FindIn(view, row),
                    row.Metadata is { } metadata
                        ?
                        [
                            .. names.Of(row.Path, metadata),
                            .. OfFields(view, fields, row.Path, metadata),
                            .. translations.Of(row),
                        ]
                        : [],
                    ProblemsOfTime.Of(row.Path, row.Metadata, view.Now).Count > 0
                )
            );
        var paths = known.Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
        IEnumerable<PostRow> others = sources
            .Where(row => !paths.Contains(row.Path) && !found[row.Path].IsEmpty)
            .Take(Math.Max(0, MaxFiles - known.Count));
        var home = view.Site.Settings.Home;
        Problem[] missing = home is not null && view.FindByPath(home) is null ? [HomeProblems.Missing(home)] : [];
        return new(
            view.Site,
            view.Redirects() is { } redirects ? new(redirects, HiddenRedirects.In(view, redirects)) : null,
            [.. known, .. others],
            view.Theme(),
            view.MediaWithProblems(),
            found,
            missing
        );
    }

    /// <summary>What is told of a post at once, when it was saved: who has the same tags is asked for with the list.</summary>
    internal async Task<FileProblems> OfAsync(PostRow row, CancellationToken cancellation)
    {
        FoundAmongOthers found;
        using (var view = await freshness.ReadAsync(cancellation))
        {
            found = view is null
                ? new(new([], []), [], HasOfTime: true)
                : new(
                    LinkReports.FindIn(view, row),
                    row.Metadata is { } metadata ? OfFields(view, new(view.Site.Settings), row.Path, metadata) : [],
                    HasOfTime: true
                );
        }

        return await OfAsync(row, found, cancellation);
    }

    /// <summary>Told when problems are asked for: what a field is, <c>site.yaml</c> may say anew at any time.</summary>
    internal static IReadOnlyList<Problem> OfFields(
        View view,
        OwnFieldReader fields,
        string path,
        PostMetadata metadata
    ) => fields.IsEmpty ? [] : fields.Problems(path, metadata, new LinkReports.Online(view));

    private async Task<FileProblems> OfAsync(PostRow row, FoundAmongOthers found, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<Problem> problems =
        [
            .. await ReadReportAsync(row.Report, cancellation),
            .. await new LinkReports(content).PlaceAsync(row.Path, found.Links, cancellation),
            .. found.Others,
            .. ProblemsOfTime.Of(row.Path, row.Metadata, now),
        ];
        if (row.WantedSlug is { } slug)
        {
            var claim = await index.ReadClaimAsync(slug, cancellation);
            problems = [ContentProblems.SlugTaken(row.Path, slug, claim.Value?.Path), .. problems];
        }

        return new(row.Path, row.State, row.IsVisible(now), problems);
    }

    private async Task<IReadOnlyList<Problem>> ReadReportAsync(string? report, CancellationToken cancellation) =>
        report is not null && await rendered.ReadDocumentAsync(report, cancellation) is { } document
            ? document.Problems
            : [];

    private sealed record FoundRedirects(RedirectsRow Row, IReadOnlyList<Problem> Hidden);

    // The rows of files that may have problems, of one moment.
    private sealed record AllRows(
        SiteRow Site,
        FoundRedirects? Redirects,
        IReadOnlyList<PostRow> Posts,
        IReadOnlyList<ThemeRow> Theme,
        IReadOnlyList<MediaRow> Media,
        IReadOnlyDictionary<string, FoundAmongOthers> Found,
        IReadOnlyList<Problem> MissingHome
    );

    // What only a look at other files shows.
    private sealed record FoundAmongOthers(LinkReports.Found Links, IReadOnlyList<Problem> Others, bool HasOfTime)
    {
        public bool IsEmpty => Links.Problems.Count == 0 && Others.Count == 0 && !HasOfTime;
    }
}
