using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Files;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>Puts files into the content container, with their type and their hash.</summary>
internal sealed class ContentUpload(BlobContainerClient container)
{
    /// <summary>The hash that storage keeps beside a blob.</summary>
    public static async Task<byte[]> HashAsync(string file, CancellationToken cancellation)
    {
        await using var content = Open(file);
#pragma warning disable CA5351 // It tells whether content is the same, and storage knows no other.
        return await MD5.HashDataAsync(content, cancellation);
#pragma warning restore CA5351
    }

    public async Task UploadAsync(string file, string name, byte[] hash, CancellationToken cancellation)
    {
        await using var content = Open(file);
        await container
            .GetBlobClient(name)
            .UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = ContentTypes.Of(name), ContentHash = hash },
                },
                cancellation
            );
    }

    /// <summary>Editors may go on writing and renaming meanwhile.</summary>
    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
