using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>
/// Stands before every function: turns away who may not pass, and answers with a problem document where one threw. The
/// form that ASP.NET Core hosts take.
/// </summary>
public sealed class ProblemMiddleware(RequestDelegate next, EditorGate gate, ILogger<ProblemMiddleware> log)
{
    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (gate.Refusal(context.Request) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (ExceptionProblems.For(exception, context) is { } problem)
            {
                log.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
                context.Response.Clear();
                await problem.ExecuteAsync(context);
            }
        }
    }
}
