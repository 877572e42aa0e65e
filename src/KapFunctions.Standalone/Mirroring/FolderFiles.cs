using System.Security.Cryptography;
using KapFunctions.Storage.Files;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>A file of the folder.</summary>
/// <param name="Name">Its path in the content container.</param>
/// <param name="Path">Where it lies on this machine.</param>
/// <param name="Stamp">While it is the same, the file is not read again.</param>
internal sealed record FolderFile(string Name, string Path, Stamp Stamp);

/// <summary>Length in bytes and time of the last writing, in UTC.</summary>
internal readonly record struct Stamp(long Length, DateTime Written);

/// <summary>What a folder holds, as far as it can be read.</summary>
/// <param name="Files">Its files that are content.</param>
/// <param name="Faults">What cannot be read or kept, by path, and why. Nothing of it counts as gone.</param>
internal sealed record FolderContent(IReadOnlyList<FolderFile> Files, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>Deeper folders are loops of links.</summary>
    private const int MaxDepth = 32;

    public static FolderContent Read(string folder)
    {
        List<FolderFile> files = [];
        Dictionary<string, string> faults = [];
        Read(new(folder), new ContentNames(folder), MaxDepth, files, faults);
        return new(files, faults);
    }

    /// <summary>The hash that storage keeps beside a blob.</summary>
    public static async Task<byte[]> HashAsync(string file, CancellationToken cancellation)
    {
        await using var content = Open(file);
#pragma warning disable CA5351 // It tells whether content is the same, and storage knows no other.
        return await MD5.HashDataAsync(content, cancellation);
#pragma warning restore CA5351
    }

    /// <summary>Editors may go on writing and renaming meanwhile.</summary>
    public static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static void Read(
        DirectoryInfo folder,
        ContentNames names,
        int depth,
        List<FolderFile> files,
        Dictionary<string, string> faults
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
                    Read(inner, names, depth - 1, files, faults);
                }
                // Listed a moment ago, and gone by now; or a link to nowhere.
                else if (entry is FileInfo { Exists: true } file)
                {
                    Add(file, name, files, faults);
                }
            }
        }
        catch (DirectoryNotFoundException) when (depth < MaxDepth)
        {
            // Listed a moment ago, and gone by now.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults[folder.FullName] = "cannot be read, so nothing below it counts as gone";
        }
    }

    private static void Add(FileInfo file, string name, List<FolderFile> files, Dictionary<string, string> faults)
    {
        if (ContentNames.IsStorable(name))
        {
            files.Add(new(name, file.FullName, new(file.Length, file.LastWriteTimeUtc)));
        }
        else
        {
            faults[file.FullName] = "has a name that storage cannot keep, so it is left out; rename it";
        }
    }
}
