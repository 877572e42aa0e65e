using System.Security.Cryptography;

namespace KapFunctions.Storage.Files;

/// <summary>The files of a content folder, which editors may go on writing, renaming and deleting.</summary>
public static class FolderFiles
{
    /// <summary>Deeper folders are loops of links.</summary>
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 32,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>What is content, with the names of its blobs.</summary>
    public static IEnumerable<(string Name, FileInfo File)> In(string folder, ContentNames names)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Everything))
        {
            // Listed a moment ago, and gone by now; or a link to nowhere.
            if (file.Exists && names.Of(file.FullName) is { } name)
            {
                yield return (name, file);
            }
        }
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
}
