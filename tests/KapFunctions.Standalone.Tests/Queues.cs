using Azure.Storage.Queues;

namespace KapFunctions.Standalone.Tests;

internal static class Queues
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The next message, as it stands in the queue; asked for until it is there.</summary>
    public static async Task<string> NextAsync(QueueClient queue)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (
                await queue.ExistsAsync(patience.Token)
                && (await queue.ReceiveMessageAsync(cancellationToken: patience.Token)).Value is { } message
            )
            {
                return message.MessageText;
            }
        }
    }
}
