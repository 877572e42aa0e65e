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

    private const string Posts = "posts/";
    private const string Pages = "pages/";

    /// <summary>Where a site's settings may lie beside <see cref="SiteSettings.Path"/>, which counts where there are several.</summary>
    public static IReadOnlyList<string> OtherSiteNames { get; } =
    ["site.yml", "Site.yaml", "Site.yml", "SITE.yaml", "SITE.YAML"];

    /// <summary>
    /// The one rule of what is content: hidden and temporary names are not. Capitals make no difference in endings, in
    /// <c>posts/</c> and <c>pages/</c>; elsewhere they do, as in addresses.
    /// </summary>
    public static ContentKind KindOf(string path) =>
        HiddenNames.Has(path) ? ContentKind.Other
        : path == SiteSettings.Path || OtherSiteNames.Contains(path) ? ContentKind.Site
        : path == Redirects ? ContentKind.Redirects
        : path.StartsWith("media/", StringComparison.Ordinal) ? ContentKind.Media
        : path.StartsWith("theme/", StringComparison.Ordinal) ? ContentKind.Theme
        : !IsMarkdown(path) ? ContentKind.Other
        : path.StartsWith(Posts, StringComparison.OrdinalIgnoreCase) ? ContentKind.Post
        : path.StartsWith(Pages, StringComparison.OrdinalIgnoreCase) ? ContentKind.Page
        : ContentKind.Other;

    /// <summary>Whether it lies below <c>posts/</c> or <c>pages/</c>, whatever it is.</summary>
    public static bool IsInTexts(string path) =>
        path.StartsWith(Posts, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(Pages, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the Markdown file at <paramref name="path"/> is meant by <paramref name="end"/>, its path or the end of it, without an ending.</summary>
    public static bool EndsIn(string path, string end)
    {
        var name = Path.ChangeExtension(path, null);
        return name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            && (name.Length == end.Length || name[^(end.Length + 1)] == '/');
    }

    /// <summary>By its ending.</summary>
    public static bool IsMarkdown(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
