using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace KapFunctions.Testing;

/// <summary>
/// What goes wrong in a host: warnings and errors are shown among a test run's output, where somebody looks when a test
/// fails. An answer of 500, or one that an exception broke off, fails the test whatever it asks: storage that is broken
/// gives 503, so such an answer is a mistake of ours.
/// </summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> answers = new();
    private readonly ConcurrentQueue<Exception> exceptions = new();

    /// <summary>Stands in front of everything that answers.</summary>
    public async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var asked = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            answers.Enqueue($"{asked} was broken off");
            exceptions.Enqueue(exception);
            throw;
        }

        if (context.Response.StatusCode == StatusCodes.Status500InternalServerError)
        {
            answers.Enqueue($"{asked} answered 500");
        }
    }

    /// <summary>Fails where an answer was wrong, with the exceptions that the host told of.</summary>
    public void ThrowIfAny()
    {
        if (!answers.IsEmpty)
        {
            throw new XunitException($"{string.Join('\n', answers)}\n{string.Join('\n', exceptions)}");
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        Console.Error.WriteLine($"{logLevel}: {formatter(state, exception)} {exception}");
        if (exception is not null)
        {
            exceptions.Enqueue(exception);
        }
    }

    public void Dispose() { }
}
