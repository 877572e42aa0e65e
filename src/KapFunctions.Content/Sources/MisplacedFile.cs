using System.Globalization;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Sources;

/// <summary>Files that were to be content and lie where nothing reads them.</summary>
public static class MisplacedFile
{
    /// <summary>Markdown and texts under another ending.</summary>
    private static readonly string[] TextEndings =
    [
        ".md.txt",
        ".markdown.txt",
        ".md.md",
        ".txt",
        ".text",
        ".mdx",
        ".mdown",
        ".mkd",
        ".mkdn",
        ".mdwn",
    ];

    /// <summary>What other programs write, and nobody reads as Markdown.</summary>
    private static readonly string[] DocumentEndings = [".docx", ".doc", ".odt", ".rtf", ".html", ".htm"];

    /// <summary>What stands at the top of folders for those who work on them.</summary>
    private static readonly string[] NotForReaders =
    [
        "readme",
        "license",
        "licence",
        "changelog",
        "contributing",
        "codeofconduct",
        "security",
        "todo",
        "notes",
    ];

    private static readonly (string Folder, string[] Names)[] Folders =
    [
        ("posts", ["post", "blog", "article", "articles", "beitrag", "beitrage", "entradas", "articulos"]),
        ("pages", ["page", "seite", "seiten", "paginas"]),
        ("media", ["images", "image", "img", "pictures", "uploads", "upload", "assets", "static", "files", "medien"]),
    ];

    private static readonly string[] Known = ["posts", "pages", "media", "theme"];

    /// <summary>What to tell of the file at <paramref name="path"/>; null where it is content, or nobody's business.</summary>
    public static Problem? ProblemOf(string path)
    {
        if (HiddenNames.Has(path) || path.StartsWith("next/", StringComparison.Ordinal))
        {
            return null;
        }
        return ContentPaths.KindOf(path) switch
        {
            ContentKind.Media when MediaTypes.Of(path) is null && Path.GetExtension(path) is { Length: > 1 } ending =>
                ProblemCatalog.MediaType.At(path, Position.Start, ending.ToLower(CultureInfo.InvariantCulture)),
            ContentKind.Other when MeantBy(path) is { } meant => ProblemCatalog.FileMisplaced.At(
                path,
                Position.Start,
                meant
            ),
            ContentKind.Other when IsDocumentBesidePosts(path) => ProblemCatalog.FileNoMarkdown.At(
                path,
                Position.Start,
                Path.GetExtension(path)
            ),
            _ => null,
        };
    }

    /// <summary>The place that was meant, where something is read.</summary>
    private static string? MeantBy(string path)
    {
        var trimmed = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        var (folder, rest) = trimmed.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? (trimmed[..slash], trimmed[(slash + 1)..])
            : ("", trimmed);
        return Content(trimmed)
            ?? Content(Inner(trimmed))
            ?? Content(InKnownFolder(folder, rest))
            ?? (folder.Length == 0 ? AtTheTop(rest) : null)
            ?? (Content("posts/" + trimmed) is { } post && !IsForOthers(trimmed) ? post : null);
    }

    /// <summary>The path, with the ending of Markdown where it has another one of a text; null where nothing reads that.</summary>
    private static string? Content(string? path)
    {
        if (path is null)
        {
            return null;
        }
        switch (ContentPaths.KindOf(path))
        {
            case ContentKind.Post or ContentKind.Page or ContentKind.Site or ContentKind.Theme:
                return path;
            case ContentKind.Media:
                return MediaTypes.Of(path) is null ? null : path;
        }
        var ending = Array.Find(TextEndings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var markdown = ending is null ? null : path[..^ending.Length] + ".md";
        if (markdown is not null && ContentPaths.KindOf(markdown) is ContentKind.Post or ContentKind.Page)
        {
            return markdown;
        }
        // A picture beside its post.
        return MediaTypes.Of(path) is not null && ContentPaths.IsInTexts(path)
            ? "media/" + path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]
            : null;
    }

    /// <summary>From the last folder on that has a name of ours, where a folder was uploaded into another.</summary>
    private static string? Inner(string path)
    {
        var parts = path.Split('/');
        if (parts.Length == 1)
        {
            return null;
        }
        if (ContentPaths.KindOf(parts[^1]) == ContentKind.Site)
        {
            return parts[^1];
        }
        var at = Array.FindLastIndex(
            parts,
            parts.Length - 2,
            parts.Length - 1,
            part => Known.Contains(part, StringComparer.OrdinalIgnoreCase)
        );
        return at > 0 ? string.Join('/', parts[at..]) : null;
    }

    private static string? InKnownFolder(string folder, string rest)
    {
        if (folder.Length == 0)
        {
            return null;
        }
        var name = Spelling.Fold(folder);
        var meant =
            Folders.FirstOrDefault(one => one.Names.Contains(name)).Folder
            ?? Array.Find(Known, known => Spelling.IsNear(name, known));
        return meant is null ? null : $"{meant}/{rest}";
    }

    private static string? AtTheTop(string name) =>
        IsForOthers(name) ? null
        : MediaTypes.Of(name) is not null ? "media/" + name
        : Content("posts/" + name);

    private static bool IsForOthers(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return NotForReaders.Contains(Spelling.Fold(name))
            || !ContentPaths.IsMarkdown(path) && path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsDocumentBesidePosts(string path) =>
        ContentPaths.IsInTexts(path)
        && DocumentEndings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
