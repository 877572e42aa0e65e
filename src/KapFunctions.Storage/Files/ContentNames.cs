using KapFunctions.Content.Sources;

namespace KapFunctions.Storage.Files;

/// <summary>Which files of a folder are content, and what their blobs are called.</summary>
public sealed class ContentNames
{
    /// <summary>The longest name that storage takes, in characters: https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata</summary>
    private const int LongestName = 1024;

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
        return segments.Any(segment => HiddenNames.Is(segment)) ? null : prefix + string.Join('/', segments);
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

    /// <summary>Whether a folder has Markdown at its top, and nothing that has a place in a site.</summary>
    public static bool IsPlainBlog(string folder)
    {
        var names = new DirectoryInfo(folder).EnumerateFileSystemInfos().ToArray();
        return !Array.Exists(names, name => IsSite(name))
            && Array.Exists(
                names,
                name => name is FileInfo && !HiddenNames.Is(name.Name) && ContentPaths.IsMarkdown(name.Name)
            );
    }

    private static bool IsSite(FileSystemInfo entry) =>
        entry is DirectoryInfo
            ? entry.Name.Equals("posts", StringComparison.OrdinalIgnoreCase)
                || entry.Name.Equals("pages", StringComparison.OrdinalIgnoreCase)
            : ContentPaths.KindOf(entry.Name) == ContentKind.Site;
}
