using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Queues;

namespace KapFunctions.Storage.Erasing;

/// <summary>Removes what was given up, and names the file or its post: messages in poison queues, deliveries of webhooks.</summary>
internal sealed class MessageErasure(StorageClients clients)
{
    private const int MostAtOnce = 32;

    /// <summary>Nobody takes messages out of these queues by itself, so it does no harm that they are invisible for a while.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(1);

    private static readonly string[] Queues =
    [
        StorageNames.ContentEventsQueue + StorageNames.PoisonSuffix,
        StorageNames.BlobPoisonQueue,
        StorageNames.WebhookQueue + StorageNames.PoisonSuffix,
    ];

    public async Task<int> RunAsync(Traces traces, CancellationToken cancellation)
    {
        var removed = await ForgetDeliveriesAsync(traces, cancellation);
        foreach (var name in Queues)
        {
            try
            {
                removed += await RemoveAsync(clients.Queues.GetQueueClient(name), traces, cancellation);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
            {
                // Nothing was ever given up there.
            }
        }

        return removed;
    }

    private async Task<int> ForgetDeliveriesAsync(Traces traces, CancellationToken cancellation)
    {
        var deliveries = new WebhookStore(clients);
        var named = await deliveries
            .ReadDeadAsync(cancellation)
            .Where(dead => Names(dead.Message, traces))
            .ToListAsync(cancellation);
        foreach (var dead in named)
        {
            await deliveries.ForgetDeadAsync(dead.Id, cancellation);
        }

        return named.Count;
    }

    private static async Task<int> RemoveAsync(QueueClient queue, Traces traces, CancellationToken cancellation)
    {
        var others = new List<QueueMessage>();
        var removed = 0;
        while (
            await queue.ReceiveMessagesAsync(MostAtOnce, Reading, cancellation) is { Value: { Length: > 0 } messages }
        )
        {
            foreach (var message in messages)
            {
                if (Names(TextOf(message), traces))
                {
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                    removed++;
                }
                else
                {
                    others.Add(message);
                }
            }
        }

        foreach (var other in others)
        {
            await queue.UpdateMessageAsync(
                other.MessageId,
                other.PopReceipt,
                visibilityTimeout: TimeSpan.Zero,
                cancellationToken: cancellation
            );
        }

        return removed;
    }

    private static bool Names(string text, Traces traces) =>
        traces
            .Ids.Append(traces.Path)
            .Append(JsonEncodedText.Encode(traces.Path).ToString())
            .Any(name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>Messages are base64, but for those that somebody else put there.</summary>
    private static string TextOf(QueueMessage message)
    {
        var text = message.Body.ToString();
        Span<byte> bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes[..length])
            : text;
    }
}
