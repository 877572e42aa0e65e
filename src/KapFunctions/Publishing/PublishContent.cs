using Azure.Storage.Blobs;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing;

/// <summary>A file was uploaded or changed: look at it. Anything but posts, pages, media, the theme and
/// <c>site.yaml</c> is done at once.</summary>
public sealed class PublishContent(Publisher publisher)
{
    /// <summary>The blob is bound as a client, the one form that costs no call: the publish reads the content itself,
    /// together with its ETag.</summary>
    [Function(nameof(PublishContent))]
    public Task RunAsync(
        [BlobTrigger("content/{name}", Connection = StorageNames.Connection, Source = BlobEvents.Source)]
            BlobClient blob,
        string name,
        CancellationToken cancellation
    ) => publisher.LookAtAsync(name, LookReason.Changed, cancellation);
}
