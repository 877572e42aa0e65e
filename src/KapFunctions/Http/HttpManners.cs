using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>What happens before any function runs; both hosts call it.</summary>
public sealed class HttpManners(EditorGate gate, Cors cors)
{
    /// <summary>
    /// Names the request and sees to the headers that every answer has, a failure's included. Returns the answer where the
    /// function is not to run: a preflight's, or a refusal.
    /// </summary>
    public IResult? Begin(HttpContext context)
    {
        CorrelationId.Begin(context);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[CorrelationId.Header] = CorrelationId.Of(context);
            cors.AddHeaders(context);
            return Task.CompletedTask;
        });
        return Cors.Preflight(context.Request) ?? gate.Refusal(context.Request);
    }

    /// <summary>Puts the request's name beside everything that is logged until it is disposed.</summary>
    public static IDisposable? BeginScope(ILogger log, HttpContext context) =>
        log.BeginScope(new[] { KeyValuePair.Create<string, object>("CorrelationId", CorrelationId.Of(context)) });
}
