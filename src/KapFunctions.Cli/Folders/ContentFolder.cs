using KapFunctions.Cli.Terminal;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Folders;

/// <summary>A file of a content folder.</summary>
/// <param name="Name">Its path in the content container.</param>
/// <param name="Path">Where it lies on this machine.</param>
/// <param name="Size">Bytes.</param>
internal sealed record LocalFile(string Name, string Path, long Size);

/// <summary>
/// A folder with the layout of the content container: <c>posts/</c>, <c>pages/</c>, <c>media/</c>, <c>theme/</c> and <c>site.yaml</c>.
/// A plain folder of Markdown files counts as the folder <c>posts/</c> of one.
/// </summary>
/// <param name="Root">The folder, as a full path.</param>
/// <param name="Files">Its files, sorted by name; hidden and temporary ones are left out.</param>
internal sealed record ContentFolder(string Root, IReadOnlyList<LocalFile> Files)
{
    /// <summary>Deeper folders are loops of links.</summary>
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 32,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>The part of the container that the folder stands for: <c>posts/</c> where it is a plain folder of posts, else all.</summary>
    public string Part => ContentNames.IsPlainBlog(Root) ? "posts/" : "";

    /// <summary>Where a file of this name lies; null where no file of the folder would ever have the name.</summary>
    public string? PathOf(string name) => new ContentNames(Root).PathOf(name);

    /// <summary>Lists the folder that was typed.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static ContentFolder Read(string root)
    {
        if (!Directory.Exists(root))
        {
            throw new UsageException($"There is no folder {root}. Name the folder that holds posts/ or site.yaml.");
        }

        var names = new ContentNames(root);
        var files = new List<LocalFile>();
        foreach (var info in new DirectoryInfo(root).EnumerateFiles("*", Everything))
        {
            // A link to nowhere is listed, too.
            if (info.Exists && names.Of(info.FullName) is { } name)
            {
                files.Add(new(name, info.FullName, info.Length));
            }
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return new(root, files);
    }
}
