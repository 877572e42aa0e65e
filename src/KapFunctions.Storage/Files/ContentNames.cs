namespace KapFunctions.Storage.Files;

/// <summary>Which files of a folder are content, and what their blobs are called.</summary>
public sealed class ContentNames
{
    /// <summary>The longest name that storage takes, in characters: https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata</summary>
    private const int LongestName = 1024;

    /// <summary>What editors and systems leave beside a file that is being worked on. Vim tries out a folder with 4913.</summary>
    private static readonly string[] TemporaryEndings =
    [
        "~",
        ".tmp",
        ".temp",
        ".swp",
        ".swx",
        ".bak",
        ".crdownload",
        ".part",
    ];
    private static readonly string[] TemporaryNames = ["4913", "Thumbs.db", "desktop.ini"];

    private readonly string folder;
    private readonly string prefix;

    public ContentNames(string folder)
    {
        this.folder = folder;
        prefix = IsPlainBlog(folder) ? "posts/" : "";
    }

    public string? Of(string file)
    {
        var relative = Path.GetRelativePath(folder, file);
        var segments = relative.Split(Path.DirectorySeparatorChar);
        return segments.Any(IsTemporary) ? null : prefix + string.Join('/', segments);
    }

    /// <summary>Where a file of this name lies; null where no file of the folder would ever have the name.</summary>
    public string? PathOf(string name)
    {
        if (!IsStorable(name) || !name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var path = Path.GetFullPath(
            Path.Combine(folder, name[prefix.Length..].Replace('/', Path.DirectorySeparatorChar))
        );
        return Of(path) == name ? path : null;
    }

    /// <summary>Whether storage keeps the name as it is: its SDK turns backslashes over, and some characters break listings.</summary>
    public static bool IsStorable(string name) =>
        name.Length <= LongestName && !name.Contains('\\') && !name.Any(char.IsControl) && !name.Contains('\uFFFD');

    public static bool IsPlainBlog(string folder) =>
        !Directory.Exists(Path.Combine(folder, "posts"))
        && !Directory.Exists(Path.Combine(folder, "pages"))
        && !File.Exists(Path.Combine(folder, "site.yaml"))
        && Directory.EnumerateFiles(folder, "*.md").Any();

    private static bool IsTemporary(string segment) =>
        segment.StartsWith('.')
        || segment.StartsWith('#') && segment.EndsWith('#')
        || TemporaryNames.Contains(segment, StringComparer.OrdinalIgnoreCase)
        || TemporaryEndings.Any(ending => segment.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
