using Azure.Storage.Blobs;
using KapFunctions.Standalone.Machine;

namespace KapFunctions.Standalone.Starting;

internal static class SampleContent
{
    /// <summary>Null where the program runs outside the repository.</summary>
    public static string? Folder =>
        Repository.Root is { } root && Directory.Exists(Path.Combine(root, "samples", "content"))
            ? Path.Combine(root, "samples", "content")
            : null;

    public static async Task<bool> IsWantedAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        if (Folder is null)
        {
            return false;
        }

        await foreach (var page in container.GetBlobsAsync(cancellationToken: cancellation).AsPages(pageSizeHint: 1))
        {
            return page.Values is [];
        }

        return true;
    }
}
