using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Account;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing;

/// <summary>Event Grid said that something happened in the content container: look at those paths. Deletions come only
/// this way; uploads too where no blob trigger serves, as in a container.</summary>
public sealed class HandleContentEvent(Publisher publisher)
{
    /// <summary>A message that is no event goes to the poison queue.</summary>
    [Function(nameof(HandleContentEvent))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.ContentEventsQueue, Connection = StorageNames.Connection)] string message,
        CancellationToken cancellation
    )
    {
        foreach (var path in EventGridMessage.PathsIn(message))
        {
            await publisher.LookAtAsync(path, LookReason.Unknown, cancellation);
        }
    }
}
