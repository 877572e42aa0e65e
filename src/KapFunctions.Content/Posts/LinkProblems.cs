using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Posts;

/// <summary>What there is to link to: the files of a folder, or what a site has online.</summary>
public interface ILinkTargets
{
    /// <summary>Whether a wiki link of these words finds a post or page.</summary>
    bool HasTitle(string title);

    /// <summary>Whether a link to the file leads somewhere.</summary>
    bool Has(string path);

    /// <summary>The files below <c>media/</c> that may be meant by a name in a post in <paramref name="folder"/>, the best one first.</summary>
    IReadOnlyList<string> MediaNamed(string folder, string name);
}

/// <summary>Links of a file to others that are not there. They are looked up when problems are asked for: what a file says does
/// not change when another one goes.</summary>
public static class LinkProblems
{
    /// <summary>Of the placeholders of a file, each told where it mentions the name.</summary>
    public static IEnumerable<Problem> Of(
        string file,
        IEnumerable<string> targets,
        ILinkTargets site,
        Func<string, Position> place
    ) =>
        targets
            .Where(target => target.StartsWith(Placeholder.Scheme, StringComparison.Ordinal))
            .Select(target => target.Split('#')[0])
            .Distinct()
            .Select(target => Of(file, target, site, place))
            .OfType<Problem>();

    private static Problem? Of(string file, string target, ILinkTargets site, Func<string, Position> place)
    {
        if (Placeholder.TitleOf(target) is { } title)
        {
            return site.HasTitle(title) ? null : ContentProblems.LinkTitleMissing(file, place(title), title);
        }
        if (Placeholder.FileOf(target) is var (folder, name))
        {
            return site.MediaNamed(folder, name) switch
            {
                [] => ContentProblems.MediaMissing(file, place(name), "media/" + name, other: null),
                [var first, var second, ..] => ContentProblems.MediaTwice(file, place(name), name, first, second),
                _ => null,
            };
        }
        return Placeholder.PathOf(target) is { } path && !site.Has(path) ? Of(file, path, place, site) : null;
    }

    private static Problem Of(string file, string path, Func<string, Position> place, ILinkTargets site)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return ContentPaths.KindOf(path) == ContentKind.Media
                ? ContentProblems.MediaMissing(file, place(name), path, CaseOf(path, name, site))
            : ContentPaths.IsMarkdown(path) ? ContentProblems.LinkTargetMissing(file, place(name), path)
            : ContentProblems.MediaElsewhere(file, place(name), path);
    }

    private static string? CaseOf(string path, string name, ILinkTargets site) =>
        site.MediaNamed("", name)
            .FirstOrDefault(other => other.Equals(path, StringComparison.OrdinalIgnoreCase) && other != path);
}
