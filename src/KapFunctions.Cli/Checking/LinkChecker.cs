using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Cli.Folders;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Cli.Checking;

internal sealed partial class LinkChecker(IEnumerable<LocalFile> files)
{
    private readonly HashSet<string> names = [.. files.Select(file => file.Name)];
    private readonly HashSet<string> titles = [];

    /// <summary>Titles, other titles and file names, by which wiki links call a post.</summary>
    public void Learn(IEnumerable<CheckedFile> texts)
    {
        foreach (var text in texts.Where(text => text.Post is not null))
        {
            titles.Add(Fold(text.Post!.Metadata.Title));
            titles.Add(Fold(Path.GetFileNameWithoutExtension(text.File.Name)));
            titles.UnionWith(text.Post.Metadata.AlternateTitles.Select(Fold));
        }
    }

    public IEnumerable<Problem> Check(CheckedFile file, SiteSettings site)
    {
        var targets =
            file.Post is { } post ? LinksOf(post)
            : file.File.Name == SiteSettings.Path ? LinksOf(site)
            : [];
        SourcePositions? positions = null;
        foreach (var target in targets.Distinct().Where(target => !Exists(target)))
        {
            positions ??= new(file.File);
            yield return ProblemOf(file.File.Name, target, positions);
        }
        foreach (var target in targets.Distinct())
        {
            if (Placeholder.FileOf(target) is var (folder, name) && Ranked(folder, name) is [var first, var second, ..])
            {
                positions ??= new(file.File);
                yield return CliProblems.MediaTwice(file.File.Name, positions.Of(name), name, first, second);
            }
        }
    }

    private static IEnumerable<string> LinksOf(RenderedPost post) =>
        Placeholders([
            .. PlaceholderInHtml().Matches(post.Body.Html).Select(match => WebUtility.HtmlDecode(match.Value)),
            post.Metadata.FeatureImage,
            post.Metadata.Share?.OgImage,
            post.Metadata.Share?.TwitterImage,
        ]);

    private static IEnumerable<string> LinksOf(SiteSettings site) =>
        Placeholders([
            site.Logo,
            site.Icon,
            site.CoverImage,
            site.Home is null ? null : Placeholder.ForPath(site.Home),
            site.Practice?.Booking?.Url,
            .. site.Navigation.Concat(site.SecondaryNavigation).Select(item => item.Url),
            .. site.Authors.SelectMany(author => (string?[])[author.ProfileImage, author.CoverImage]),
            .. site.Tags.Select(tag => tag.FeatureImage),
        ]);

    private static IEnumerable<string> Placeholders(IEnumerable<string?> addresses) =>
        addresses
            .OfType<string>()
            .Where(address => address.StartsWith(Placeholder.Scheme, StringComparison.Ordinal))
            .Select(address => address.Split('#')[0]);

    private bool Exists(string placeholder) =>
        Placeholder.TitleOf(placeholder) is { } title
            ? titles.Contains(Fold(title)) || names.Any(name => IsText(name) && ContentPaths.EndsIn(name, title))
        : Placeholder.FileOf(placeholder) is var (folder, file) ? Ranked(folder, file).Count > 0
        : Placeholder.PathOf(placeholder) is not { } path
            || names.Contains(path) && ContentPaths.KindOf(path) != ContentKind.Other;

    private IReadOnlyList<string> Ranked(string folder, string file) =>
        MediaNames.Ranked(folder, file, names.Where(name => ContentPaths.KindOf(name) == ContentKind.Media));

    private static Problem ProblemOf(string file, string placeholder, SourcePositions positions)
    {
        if (Placeholder.TitleOf(placeholder) is { } title)
        {
            return CliProblems.LinkTitleMissing(file, positions.Of(title), title);
        }
        if (Placeholder.FileOf(placeholder) is var (_, name))
        {
            return CliProblems.MediaMissing(file, positions.Of(name), "media/" + name);
        }
        var path = Placeholder.PathOf(placeholder)!;
        var at = positions.Of(path[(path.LastIndexOf('/') + 1)..]);
        return ContentPaths.KindOf(path) switch
        {
            ContentKind.Post or ContentKind.Page => CliProblems.LinkTargetMissing(file, at, path),
            ContentKind.Media => CliProblems.MediaMissing(file, at, path),
            _ when IsText(path) => CliProblems.LinkTargetMissing(file, at, path),
            _ => CliProblems.MediaElsewhere(file, at, path),
        };
    }

    private static bool IsText(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static string Fold(string text) => text.ToLowerInvariant();

    /// <summary>In a body a double quote delimits an attribute and stands for nothing else.</summary>
    [GeneratedRegex("(?<=\")kap:[^\"]*", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderInHtml();
}
