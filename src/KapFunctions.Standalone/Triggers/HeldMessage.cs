using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace KapFunctions.Standalone.Triggers;

/// <summary>A message stays hidden from others for as long as it is being handled, as the Azure host keeps it. After a crash it
/// comes back when its time is over.</summary>
internal sealed class HeldMessage : IAsyncDisposable
{
    private readonly CancellationTokenSource handled = new();
    private readonly QueueClient queue;
    private readonly string id;
    private readonly TimeSpan visibility;
    private readonly ILogger logger;
    private readonly Task renewing;
    private string receipt;

    public HeldMessage(QueueClient queue, QueueMessage message, TimeSpan visibility, ILogger logger)
    {
        (this.queue, this.visibility, this.logger) = (queue, visibility, logger);
        (id, receipt) = (message.MessageId, message.PopReceipt);
        renewing = RenewAsync();
    }

    public async Task DeleteAsync(CancellationToken cancellation)
    {
        await EndAsync();
        await queue.DeleteMessageAsync(id, receipt, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        handled.Dispose();
    }

    private async Task EndAsync()
    {
        await handled.CancelAsync();
        await renewing;
    }

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(visibility / 2, handled.Token);
                var renewed = await queue.UpdateMessageAsync(id, receipt, visibilityTimeout: visibility);
                receipt = renewed.Value.PopReceipt;
            }
        }
        catch (OperationCanceledException) when (handled.IsCancellationRequested)
        {
            // It is handled.
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            logger.LogWarning(failure, "Message {Message} of {Queue} may be handled twice.", id, queue.Name);
        }
    }
}
