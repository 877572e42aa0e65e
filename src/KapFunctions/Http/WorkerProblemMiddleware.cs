#if FUNCTIONS_WORKER
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>
/// Stands before every function: turns away who may not pass, and answers with a problem document where one threw. The
/// form that the Azure worker takes.
/// </summary>
internal sealed class WorkerProblemMiddleware(EditorGate gate, ILogger<WorkerProblemMiddleware> log)
    : IFunctionsWorkerMiddleware
{
    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } called && gate.Refusal(called.Request) is { } refusal)
        {
            await refusal.ExecuteAsync(called);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            if (ExceptionProblems.For(exception, http) is { } problem)
            {
                log.LogError(exception, "{Function} failed", context.FunctionDefinition.Name);
                http.Response.Clear();
                await problem.ExecuteAsync(http);
            }
        }
    }
}
#endif
