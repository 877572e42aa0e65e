using System.Linq.Expressions;
using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Storage.Account;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Triggers;

/// <summary>At least once for each message.</summary>
internal sealed class QueueListener(
    QueueClient queue,
    string function,
    Func<QueueListener.Input, Task> run,
    PoisonQueues poison,
    ILogger<QueueListener> logger
) : Listener
{
    private const int MaxParallel = 16;

    /// <summary>After a crash, or when storage's answer to who asked for a message was lost, it comes back when this is over.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly WorkSlots slots = new(MaxParallel);
    private bool lastReceiveFailed;

    public static QueueListener Create(IServiceProvider services, FunctionMethod function)
    {
        var name = ((QueueTriggerAttribute)function.Trigger).QueueName;
        var run = FunctionInvoker.Compile<Input>(
            function,
            services.GetRequiredService<FunctionInstances>().Of(function),
            (parameter, input) =>
                function.IsTrigger(parameter) && parameter.ParameterType == typeof(string)
                    ? Expression.Property(input, nameof(Input.Message))
                : parameter.ParameterType == typeof(CancellationToken)
                    ? Expression.Property(input, nameof(Input.Cancellation))
                : null,
            FunctionInvoker.AsTask
        );
        return new(
            services.GetRequiredService<StorageClients>().Queues.GetQueueClient(name),
            function.Name,
            run,
            services.GetRequiredService<PoisonQueues>(),
            services.GetRequiredService<ILogger<QueueListener>>()
        );
    }

    public override void Dispose()
    {
        slots.Dispose();
        base.Dispose();
    }

    protected override async Task ListenAsync(CancellationToken stopping)
    {
        try
        {
            var pause = ShortestPause;
            while (true)
            {
                var messages = await ReceiveAsync(stopping);
                foreach (var message in messages)
                {
                    await slots.StartAsync(() => HandleAsync(message), stopping);
                }

                pause = messages is []
                    ? TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks))
                    : ShortestPause;
                if (messages is [])
                {
                    await Task.Delay(pause, stopping);
                }
            }
        }
        finally
        {
            await slots.DrainAsync();
        }
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stopping)
    {
        try
        {
            var messages = await queue.ReceiveMessagesAsync(MaxParallel, Visibility, stopping);
            lastReceiveFailed = false;
            return messages.Value;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            if (!lastReceiveFailed)
            {
                logger.LogWarning(failure, "The queue {Queue} cannot be read; trying again.", queue.Name);
            }

            lastReceiveFailed = true;
            return [];
        }
    }

    private async Task HandleAsync(QueueMessage message)
    {
        await using var held = new HeldMessage(queue, message, Visibility, logger);
        try
        {
            if (await TryRunAsync(message) is { } failure)
            {
                logger.LogError(
                    failure,
                    "{Function} failed for message {Message}; it is in the queue {Queue}-poison.",
                    function,
                    message.MessageId,
                    queue.Name
                );
                await poison.SendAsync($"{queue.Name}-poison", message.Body, Aborted);
            }

            await held.DeleteAsync(Aborted);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Message {Message} of {Queue} will come back.", message.MessageId, queue.Name);
        }
    }

    private Task<Exception?> TryRunAsync(QueueMessage message)
    {
        string text;
        try
        {
            text = Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText));
        }
        catch (FormatException failure)
        {
            return Task.FromResult<Exception?>(failure);
        }

        return FiveTries.RunAsync(() => run(new(text, Aborted)), (int)message.DequeueCount, Aborted);
    }

    internal sealed record Input(string Message, CancellationToken Cancellation);
}
