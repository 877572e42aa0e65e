using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>
/// Bounds how long a reader waits for an answer to begin, whatever storage does meanwhile. Once it has begun it may take
/// its time, since the reader's connection may be slow.
/// </summary>
public sealed class RequestDeadline : IDisposable
{
    /// <summary>A reader is told within five seconds that storage does not answer; half of one is for telling it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4.5);

    /// <summary>Sources with their timers, to be used again: nearly every request is over long before they would be needed.</summary>
    private static readonly ConcurrentBag<CancellationTokenSource> Idle = [];

    private readonly HttpContext context;
    private readonly CancellationToken gone;
    private readonly CancellationTokenSource over;
    private readonly CancellationTokenRegistration leaving;
    private bool isLifted;

    private RequestDeadline(HttpContext context)
    {
        this.context = context;
        gone = context.RequestAborted;
        over = Idle.TryTake(out var idle) ? idle : new();
        leaving = gone.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), over);
        over.CancelAfter(Limit);
        context.RequestAborted = over.Token;
        context.Response.OnStarting(static deadline => ((RequestDeadline)deadline).LiftAsync(), this);
    }

    /// <summary>Sets the deadline, if the request only reads; a write ends when it is done.</summary>
    public static RequestDeadline? Begin(HttpContext context) => IsRead(context.Request) ? new(context) : null;

    /// <summary>Whether the request only reads.</summary>
    public static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Lifts it; from then on an aborted request is one whose reader has gone.</summary>
    public void Dispose()
    {
        Lift();
        leaving.Dispose();
        context.RequestAborted = gone;
        if (over.TryReset())
        {
            Idle.Add(over);
        }
        else
        {
            over.Dispose();
        }
    }

    private Task LiftAsync()
    {
        Lift();
        return Task.CompletedTask;
    }

    private void Lift()
    {
        if (!isLifted)
        {
            isLifted = true;
            over.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
