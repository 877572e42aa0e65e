using KapFunctions.Cli.Terminal;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Folders;

/// <summary><paramref name="Name"/> is the path in the content container, <paramref name="Path"/> the one on this machine.</summary>
internal sealed record LocalFile(string Name, string Path, long Size);

/// <summary>A folder with the layout of the content container. A plain folder of Markdown files counts as its <c>posts/</c>.</summary>
/// <param name="Root">A full path.</param>
/// <param name="Files">Sorted by name; without hidden and temporary ones.</param>
internal sealed record ContentFolder(string Root, IReadOnlyList<LocalFile> Files)
{
    /// <summary>The part of the container that the folder stands for: <c>posts/</c> where it is a plain folder of posts, else all.</summary>
    public string Part => ContentNames.IsPlainBlog(Root) ? "posts/" : "";

    /// <summary>Null where no file of the folder would ever have the name.</summary>
    public string? PathOf(string name) => new ContentNames(Root).PathOf(name);

    /// <exception cref="UsageException">There is no such folder, or it cannot be read as a whole.</exception>
    public static ContentFolder Read(string root)
    {
        if (!Directory.Exists(root))
        {
            throw new UsageException($"There is no folder {root}. Name the folder that holds posts/ or site.yaml.");
        }

        var content = FolderFiles.Read(root);
        if (content.Unreadable is [var folder, ..])
        {
            throw new UsageException(
                $"The folder {folder} cannot be read. Give yourself the right to, or move it away."
            );
        }

        var files = content
            .Files.Select(found => new LocalFile(found.Name, found.File.FullName, found.File.Length))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        return new(root, [.. files]);
    }
}
