using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KapFunctions.Http;

/// <summary>
/// Bounds how long a reader waits for an answer to begin, whatever storage does meanwhile. Once it has begun it may take
/// its time, since the reader's connection may be slow. A function that ends without waiting for anything, as with a kept
/// answer, costs no timer and no look at the connection.
/// </summary>
public sealed class RequestDeadline : IHttpRequestLifetimeFeature, IDisposable
{
    /// <summary>A reader is told within five seconds that storage does not answer; half of one is for telling it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4.5);

    /// <summary>Sources with their timers, to be used again: nearly every request is over long before they would be needed.</summary>
    private static readonly ConcurrentBag<CancellationTokenSource> Idle = [];

    private readonly HttpContext context;
    private readonly IHttpRequestLifetimeFeature connection;
    private readonly CancellationTokenSource over;
    private CancellationTokenRegistration leaving;
    private bool isSet;

    private RequestDeadline(HttpContext context)
    {
        this.context = context;
        connection = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        over = Idle.TryTake(out var idle) ? idle : new();
        RequestAborted = over.Token;
        context.Features.Set<IHttpRequestLifetimeFeature>(this);
    }

    /// <summary>Ends when the reader has gone, or the time is over.</summary>
    public CancellationToken RequestAborted { get; set; }

    /// <summary>Sets the deadline, if the request only reads; a write ends when it is done.</summary>
    public static RequestDeadline? Begin(HttpContext context) => IsRead(context.Request) ? new(context) : null;

    /// <summary>Whether the request only reads.</summary>
    public static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Lets the time run: what was begun waits for something.</summary>
    public void Run()
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        isSet = true;
        over.CancelAfter(Limit);
        leaving = connection.RequestAborted.UnsafeRegister(
            static over => ((CancellationTokenSource)over!).Cancel(),
            over
        );
        context.Response.OnStarting(static deadline => ((RequestDeadline)deadline).LiftAsync(), this);
    }

    /// <inheritdoc />
    public void Abort() => connection.Abort();

    /// <summary>Lifts it; from then on an aborted request is one whose reader has gone.</summary>
    public void Dispose()
    {
        Lift();
        leaving.Dispose();
        context.Features.Set(connection);
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
        if (isSet)
        {
            isSet = false;
            over.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
