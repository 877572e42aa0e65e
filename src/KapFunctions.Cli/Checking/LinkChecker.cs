using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Cli.Folders;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Cli.Checking;

internal sealed partial class LinkChecker(IEnumerable<LocalFile> files) : ILinkTargets
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
        return LinkProblems.Of(file.File.Name, targets, this, mention => (positions ??= new(file.File)).Of(mention));
    }

    public bool HasTitle(string title) =>
        titles.Contains(Fold(title))
        || names.Any(name => ContentPaths.IsMarkdown(name) && ContentPaths.EndsIn(name.Normalize(), title.Normalize()));

    /// <summary>A name is one, however its accents are written.</summary>
    public bool Has(string path) =>
        ContentPaths.KindOf(path) != ContentKind.Other
        && (names.Contains(path) || (!Ascii.IsValid(path) && names.Any(name => IsSame(name, path))));

    public IReadOnlyList<string> MediaNamed(string folder, string name) =>
        MediaNames.Ranked(folder, name, names.Where(one => ContentPaths.KindOf(one) == ContentKind.Media));

    private static bool IsSame(string name, string path) =>
        name.Normalize(NormalizationForm.FormC) == path.Normalize(NormalizationForm.FormC);

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

    private static string Fold(string text) => text.Normalize().ToLowerInvariant();

    /// <summary>In a body a double quote delimits an attribute and stands for nothing else.</summary>
    [GeneratedRegex("(?<=\")kap:[^\"]*", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderInHtml();
}
