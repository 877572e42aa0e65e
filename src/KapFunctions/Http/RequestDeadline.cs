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

    private readonly HttpContext context;
    private readonly CancellationToken gone;
    private readonly CancellationTokenSource over;
    private bool isLifted;

    private RequestDeadline(HttpContext context)
    {
        this.context = context;
        gone = context.RequestAborted;
        over = CancellationTokenSource.CreateLinkedTokenSource(gone);
        over.CancelAfter(Limit);
        context.RequestAborted = over.Token;
        context.Response.OnStarting(() =>
        {
            Lift();
            return Task.CompletedTask;
        });
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
        context.RequestAborted = gone;
        over.Dispose();
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
