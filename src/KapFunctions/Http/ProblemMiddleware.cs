using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>Answers with a problem document where a function threw; the form that ASP.NET Core hosts take.</summary>
public sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
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
