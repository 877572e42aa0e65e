using System.Collections.Frozen;

namespace KapFunctions.Content.Themes;

/// <summary>What the files of a theme are, by their names.</summary>
public static class ThemePaths
{
    /// <summary>The folder in the content container.</summary>
    public const string Folder = "theme/";

    private const string TemplateEnding = ".liquid";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".ico"] = "image/x-icon",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where pages may not load it.</summary>
    public static string? TypeOf(string path) => Types.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>Only the built-in theme may have scripts: they would run on the host of the desk.</summary>
    public static bool IsScript(string path) => path.EndsWith(".js", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file is a template.</summary>
    public static bool IsTemplate(string path) => path.EndsWith(TemplateEnding, StringComparison.Ordinal);

    /// <summary><c>parts/card</c> for <c>theme/parts/card.liquid</c>.</summary>
    public static string TemplateName(string path) => NameOf(path)[..^TemplateEnding.Length];

    /// <summary><c>fonts/a.woff2</c> for <c>theme/fonts/a.woff2</c>.</summary>
    public static string NameOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) ? path[Folder.Length..] : path;
}
