using System.Security.Cryptography;

namespace KapFunctions.Storage.Files;

/// <summary>A file of a content folder: its path in the content container, and what lies on this machine.</summary>
public sealed record FolderFile(string Name, FileInfo File);

/// <summary>The files of a content folder, which editors may go on writing, renaming and deleting.</summary>
/// <param name="Files">What is content.</param>
/// <param name="Unreadable">Folders that could not be read, by their full path: nothing in them counts as gone.</param>
public sealed record FolderFiles(IReadOnlyList<FolderFile> Files, IReadOnlyList<string> Unreadable)
{
    /// <summary>Deeper folders are loops of links.</summary>
    private const int MaxDepth = 32;

    public static FolderFiles Read(string folder)
    {
        List<FolderFile> files = [];
        List<string> unreadable = [];
        Read(new(folder), new ContentNames(folder), MaxDepth, files, unreadable);
        return new(files, unreadable);
    }

    /// <summary>Opens a file to be read beside whoever writes it.</summary>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>The MD5, which storage keeps beside a blob.</summary>
    public static async Task<byte[]> HashAsync(string path, CancellationToken cancellation)
    {
        await using var content = Open(path);
#pragma warning disable CA5351 // It tells whether content is the same, and storage knows no other.
        return await MD5.HashDataAsync(content, cancellation);
#pragma warning restore CA5351
    }

    private static void Read(
        DirectoryInfo folder,
        ContentNames names,
        int depth,
        List<FolderFile> files,
        List<string> unreadable
    )
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (names.Of(entry.FullName) is not { } name)
                {
                    continue;
                }

                if (entry is DirectoryInfo inner && depth > 0)
                {
                    Read(inner, names, depth - 1, files, unreadable);
                }
                // Listed a moment ago, and gone by now; or a link to nowhere.
                else if (entry is FileInfo { Exists: true } file)
                {
                    files.Add(new(name, file));
                }
            }
        }
        catch (DirectoryNotFoundException) when (depth < MaxDepth)
        {
            // Listed a moment ago, and gone by now.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            unreadable.Add(folder.FullName);
        }
    }
}
