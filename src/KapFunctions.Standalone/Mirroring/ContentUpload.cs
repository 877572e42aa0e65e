using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Files;

namespace KapFunctions.Standalone.Mirroring;

internal sealed class ContentUpload(BlobContainerClient container)
{
    public async Task UploadAsync(string file, string name, byte[] hash, CancellationToken cancellation)
    {
        await using var content = FolderFiles.Open(file);
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
}
