using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Functions;

public sealed class QueueFunctions(Recorder recorder)
{
    [Function("Orders")]
    public Task RunAsync(
        [QueueTrigger("orders", Connection = "ContentStorage")] string message,
        CancellationToken cancellation
    )
    {
        recorder.Add(message, "received");
        return message.StartsWith("bad", StringComparison.Ordinal)
            ? Task.FromException(new InvalidOperationException("on purpose"))
            : Task.CompletedTask;
    }
}
