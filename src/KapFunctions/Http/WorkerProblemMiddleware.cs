#if FUNCTIONS_WORKER
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>Answers with a problem document where a function threw; the form that the Azure worker takes.</summary>
internal sealed class WorkerProblemMiddleware(ILogger<WorkerProblemMiddleware> log) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
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
