using Microsoft.AspNetCore.Http.Features;

namespace KapFunctions.Standalone.Tests.Deadline;

/// <summary>
/// Lets a function begin its answer at the worst of moments: while its deadline is being set, which looks at the
/// connection, and does not go on before the answer has begun.
/// </summary>
internal sealed class Meeting(IHttpRequestLifetimeFeature connection) : IHttpRequestLifetimeFeature
{
    private readonly TaskCompletionSource deadlineIsBeingSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim answerHasBegun = new();
    private bool isAwaited;

    /// <summary>How long the setting of the deadline takes, so that the function gets far meanwhile.</summary>
    public TimeSpan Pause { get; set; }

    public CancellationToken RequestAborted
    {
        get
        {
            if (isAwaited && deadlineIsBeingSet.TrySetResult())
            {
                answerHasBegun.Wait(TimeSpan.FromSeconds(10));
            }

            Thread.Sleep(Pause);
            return connection.RequestAborted;
        }
        set => connection.RequestAborted = value;
    }

    public void Abort() => connection.Abort();

    /// <summary>Ends when the deadline is being set, which then waits.</summary>
    public Task AwaitAsync()
    {
        isAwaited = true;
        return deadlineIsBeingSet.Task;
    }

    public void GoOn() => answerHasBegun.Set();
}
