using KapFunctions.Cli.Folders;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Pushing;

/// <summary>The hash is MD5, which storage keeps beside its own copy.</summary>
internal sealed record HashedFile(LocalFile File, byte[] Hash)
{
    public string Name => File.Name;

    public static async Task<IReadOnlyList<HashedFile>> OfAsync(ContentFolder folder, CancellationToken cancellation)
    {
        var content = folder.Files.Where(file => ContentPaths.KindOf(file.Name) != ContentKind.Other).ToArray();
        var hashed = new HashedFile[content.Length];
        await Parallel.ForAsync(
            0,
            content.Length,
            cancellation,
            async (i, token) => hashed[i] = new(content[i], await FolderFiles.HashAsync(content[i].Path, token))
        );
        return hashed;
    }
}
