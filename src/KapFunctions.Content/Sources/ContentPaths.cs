using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Sources;

/// <summary>What a path in the content container is, by its folder and ending.</summary>
public enum ContentKind
{
    /// <summary>Nothing that is published.</summary>
    Other,

    /// <summary><c>posts/**/*.md</c></summary>
    Post,

    /// <summary><c>pages/**/*.md</c></summary>
    Page,

    /// <summary><c>media/**</c></summary>
    Media,

    /// <summary><c>theme/**</c></summary>
    Theme,

    /// <summary><c>site.yaml</c></summary>
    Site,

    /// <summary><c>redirects.yaml</c></summary>
    Redirects,
}

/// <summary>The layout of the content container.</summary>
public static class ContentPaths
{
    /// <summary>Where old addresses lead.</summary>
    public const string Redirects = "redirects.yaml";

    /// <summary>Folders are case-sensitive, as blob names are; the ending is not.</summary>
    public static ContentKind KindOf(string path) =>
        path switch
        {
            SiteSettings.Path => ContentKind.Site,
            Redirects => ContentKind.Redirects,
            _ when path.StartsWith("media/", StringComparison.Ordinal) => ContentKind.Media,
            _ when path.StartsWith("theme/", StringComparison.Ordinal) => ContentKind.Theme,
            _ when !IsMarkdown(path) => ContentKind.Other,
            _ when path.StartsWith("posts/", StringComparison.Ordinal) => ContentKind.Post,
            _ when path.StartsWith("pages/", StringComparison.Ordinal) => ContentKind.Page,
            _ => ContentKind.Other,
        };

    /// <summary>Whether the Markdown file at <paramref name="path"/> is meant by <paramref name="end"/>, its path or the end of it, without an ending.</summary>
    public static bool EndsIn(string path, string end)
    {
        var name = Path.ChangeExtension(path, null);
        return name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            && (name.Length == end.Length || name[^(end.Length + 1)] == '/');
    }

    private static bool IsMarkdown(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
