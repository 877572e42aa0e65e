using System.Security.Cryptography;
using KapFunctions.Cli.Folders;
using KapFunctions.Content.Sources;

namespace KapFunctions.Cli.Pushing;

/// <summary>A file with the hash that storage keeps beside its own copy.</summary>
internal sealed record HashedFile(LocalFile File, byte[] Hash)
{
    public string Name => File.Name;

    /// <summary>The files of a folder that are content, hashed.</summary>
    public static async Task<IReadOnlyList<HashedFile>> OfAsync(ContentFolder folder, CancellationToken cancellation)
    {
        var content = folder.Files.Where(file => ContentPaths.KindOf(file.Name) != ContentKind.Other).ToArray();
        var hashed = new HashedFile[content.Length];
        await Parallel.ForAsync(
            0,
            content.Length,
            cancellation,
            async (i, token) => hashed[i] = new(content[i], await HashAsync(content[i].Path, token))
        );
        return hashed;
    }

    /// <summary>The MD5 of a file.</summary>
    public static async Task<byte[]> HashAsync(string path, CancellationToken cancellation)
    {
        await using var content = OpenShared(path);
#pragma warning disable CA5351 // It tells whether content is the same, and storage knows no other.
        return await MD5.HashDataAsync(content, cancellation);
#pragma warning restore CA5351
    }

    /// <summary>Editors may go on writing meanwhile.</summary>
    public static FileStream OpenShared(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
