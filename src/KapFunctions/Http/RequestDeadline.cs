using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KapFunctions.Http;

/// <summary>Bounds how long a reader waits for an answer to begin, whatever storage does. An answer that has begun
/// takes its time, since the reader's connection may be slow. Of beginning and timing out the first excludes the other,
/// so no answer is cut off. A function that waits for nothing, as with a kept answer, costs no timer.</summary>
internal sealed class RequestDeadline : IHttpRequestLifetimeFeature, IHttpResponseBodyFeature, IDisposable
{
    /// <summary>Readers hear within five seconds that storage is away: the fifth is for telling them.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Over = 2;

    // To be used again: nearly every request is over long before its timer would be needed.
    private static readonly ConcurrentBag<Sources> Idle = [];

    private readonly HttpContext context;
    private readonly IHttpRequestLifetimeFeature connection;
    private readonly IHttpResponseBodyFeature answer;
    private readonly Sources sources;
    private AnswerStream? stream;
    private CancellationTokenRegistration ending;
    private CancellationTokenRegistration leaving;
    private CancellationTokenRegistration calledOff;
    private int state = Waiting;

    private RequestDeadline(HttpContext context)
    {
        this.context = context;
        connection = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        answer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        sources = Idle.TryTake(out var idle) ? idle : new(new(), new());
        RequestAborted = sources.Stop.Token;
        context.Features.Set<IHttpRequestLifetimeFeature>(this);
        context.Features.Set<IHttpResponseBodyFeature>(this);
    }

    /// <summary>Ends when the reader has gone, or the time is over before the answer began.</summary>
    public CancellationToken RequestAborted { get; set; }

    /// <summary>The answer's body: it begins with the first write.</summary>
    public Stream Stream => stream ??= new(this, answer.Stream);

    public PipeWriter Writer => BeginAnswer().Writer;

    /// <summary>Sets the deadline, if the request only reads; a write ends when it is done.</summary>
    public static RequestDeadline? Begin(HttpContext context) => IsRead(context.Request) ? new(context) : null;

    public static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Lets the time run: what was begun waits for something. The function goes on beside this, and may begin
    /// its answer at any moment.</summary>
    public void Run(CancellationToken callOff = default)
    {
        sources.Clock.CancelAfter(Limit);
        ending = sources.Clock.Token.UnsafeRegister(static deadline => ((RequestDeadline)deadline!).End(), this);
        leaving = StopWith(connection.RequestAborted);
        calledOff = StopWith(callOff);
    }

    public void Abort() => connection.Abort();

    public void DisableBuffering() => answer.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) =>
        BeginAnswer().StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        BeginAnswer().SendFileAsync(path, offset, count, cancellationToken);

    public Task CompleteAsync() => BeginAnswer().CompleteAsync();

    /// <summary>Lifts it; from then on an aborted request is one whose reader has gone.</summary>
    public void Dispose()
    {
        ending.Dispose();
        leaving.Dispose();
        calledOff.Dispose();
        context.Features.Set(answer);
        context.Features.Set(connection);
        if (sources.Clock.TryReset() && sources.Stop.TryReset())
        {
            Idle.Add(sources);
        }
        else
        {
            sources.Clock.Dispose();
            sources.Stop.Dispose();
        }
    }

    /// <summary>Whoever is about to send the first byte comes through here.</summary>
    /// <exception cref="OperationCanceledException">The time is over: the reader is told only that.</exception>
    internal IHttpResponseBodyFeature BeginAnswer() =>
        Interlocked.CompareExchange(ref state, Begun, Waiting) == Over
            ? throw new OperationCanceledException(RequestAborted)
            : answer;

    private void End()
    {
        if (Interlocked.CompareExchange(ref state, Over, Waiting) == Waiting)
        {
            sources.Stop.Cancel();
        }
    }

    private CancellationTokenRegistration StopWith(CancellationToken token) =>
        token.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), sources.Stop);

    // Clock ends with the time, Stop ends the function.
    private sealed record Sources(CancellationTokenSource Clock, CancellationTokenSource Stop);
}
