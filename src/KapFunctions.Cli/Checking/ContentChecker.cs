using System.Collections.Concurrent;
using KapFunctions.Cli.Folders;
using KapFunctions.Content;
using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Redirects;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Themes;
using KapFunctions.Importing.Shared;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Checking;

/// <summary><paramref name="Post"/> is what it would publish; null where it is no text, or holds an error.</summary>
internal sealed record CheckedFile(LocalFile File, IReadOnlyList<Problem> Problems, RenderedPost? Post = null);

/// <summary><paramref name="Strangers"/> are files that a site does not publish; <paramref name="Site"/> has at least the defaults.</summary>
internal sealed record CheckResult(
    IReadOnlyList<CheckedFile> Files,
    IReadOnlyList<LocalFile> Strangers,
    SiteSettings Site
)
{
    public int Count(Severity severity) => Files.Sum(file => file.Problems.Count(p => p.Severity == severity));

    public bool HasErrors => Count(Severity.Error) > 0;
}

internal static class ContentChecker
{
    /// <summary>In bytes.</summary>
    public const long MaxMediaBytes = 25 << 20;

    /// <summary>On all cores; the result does not depend on the order in which they finish.</summary>
    public static CheckResult Check(ContentFolder folder, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = folder.Files.ToLookup(file =>
            ContentPaths.KindOf(file.Name) != ContentKind.Other || MisplacedFile.ProblemOf(file.Name) is not null
        );
        var site = CheckSite(SiteOf(known[true]));
        var settings = site.Settings ?? new();
        var links = new LinkChecker(known[true]);
        var first = CheckAll(known[true], file => CheckAlone(file, site, settings.Rendering, now), cancellation);

        // Titles are known only now, and both of these need them.
        links.Learn(first);
        var slugs = SlugChecker.Check(first);
        var fields = new OwnFieldReader(settings);
        var second = CheckAll(first, file => Together(file, first, links, slugs, settings, fields), cancellation);
        return new(second, [.. known[false]], settings);
    }

    private static CheckedFile[] CheckAll<T>(
        IEnumerable<T> sources,
        Func<T, CheckedFile> check,
        CancellationToken cancellation
    )
    {
        var all = sources.ToArray();
        var found = new CheckedFile[all.Length];
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, all.Length), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            i => found[i] = check(all[i])
        );
        return found;
    }

    private static LocalFile? SiteOf(IEnumerable<LocalFile> files) =>
        files
            .Where(file => ContentPaths.KindOf(file.Name) == ContentKind.Site)
            .OrderByDescending(file => file.Name == SiteSettings.Path)
            .FirstOrDefault();

    private static SiteResult CheckSite(LocalFile? file) =>
        file is null
            ? new(new(), [])
            : SiteParser.Parse(new(file.Name, BoundedFile.Read(file.Path, SiteParser.MaxBytes)));

    private static CheckedFile CheckAlone(LocalFile file, SiteResult site, RenderSettings settings, DateTimeOffset now)
    {
        if (!ContentNames.IsStorable(file.Name))
        {
            return new(file, [ContentProblems.PathNotAddressable(file.Name)]);
        }
        if (MisplacedFile.ProblemOf(file.Name) is { } misplaced)
        {
            return new(file, [misplaced]);
        }
        switch (ContentPaths.KindOf(file.Name))
        {
            case ContentKind.Site:
                return new(file, site.Problems);
            case ContentKind.Redirects:
                var redirects = BoundedFile.Read(file.Path, RedirectsParser.MaxBytes);
                return new(file, RedirectsParser.Parse(new(file.Name, redirects)).Problems);
            case ContentKind.Post or ContentKind.Page:
                var source = BoundedFile.Read(file.Path, PostRenderer.MaxSourceBytes);
                var result = PostRenderer.Render(new(file.Name, source), settings);
                var ofTime = ProblemsOfTime.Of(file.Name, result.Post?.Metadata, now);
                return new(file, [.. ofTime, .. result.Problems], result.Post);
            case ContentKind.Theme:
                var bytes = BoundedFile.Read(file.Path, ThemeLimits.AssetBytes);
                return new(file, ThemeChecker.Check(new(file.Name, bytes)));
            case ContentKind.Media when file.Size > MaxMediaBytes:
                return new(file, [ContentProblems.MediaTooLarge(file.Name, file.Size, MaxMediaBytes)]);
            default:
                return new(file, []);
        }
    }

    private static CheckedFile Together(
        CheckedFile file,
        IReadOnlyList<CheckedFile> all,
        LinkChecker links,
        IReadOnlyDictionary<string, Problem> slugs,
        SiteSettings site,
        OwnFieldReader fields
    )
    {
        var more = links.Check(file, site).ToList();
        if (file.Post is { } post)
        {
            more.AddRange(fields.Problems(file.File.Name, post.Metadata, links));
        }
        if (ContentPaths.KindOf(file.File.Name) == ContentKind.Redirects)
        {
            more.AddRange(RedirectChecker.Check(file.File, all));
        }
        if (slugs.TryGetValue(file.File.Name, out var taken))
        {
            more.Add(taken);
        }
        return more.Count == 0
            ? file
            : file with
            {
                Problems =
                [
                    .. file
                        .Problems.Concat(more)
                        .OrderBy(p => p.Line)
                        .ThenBy(p => p.Column)
                        .ThenBy(p => p.Code, StringComparer.Ordinal),
                ],
            };
    }
}
