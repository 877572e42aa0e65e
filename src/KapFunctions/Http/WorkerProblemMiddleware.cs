#if FUNCTIONS_WORKER
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>
/// Stands before every function: turns away who may not pass, and answers with a problem document where one threw. The
/// form that the Azure worker takes.
/// </summary>
internal sealed class WorkerProblemMiddleware(HttpManners manners, ILogger<WorkerProblemMiddleware> log)
    : IFunctionsWorkerMiddleware
{
    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var called = context.GetHttpContext();
        if (called is not null && manners.Begin(called) is { } answer)
        {
            await answer.ExecuteAsync(called);
            return;
        }

        using var scope = called is null ? null : HttpManners.BeginScope(log, called);
        try
        {
            // The worker's own token cannot be replaced; what a function does beyond the deadline is for nobody.
            var running = next(context);
            await (
                called is not null && RequestDeadline.IsRead(called.Request)
                    ? running.WaitAsync(RequestDeadline.Limit)
                    : running
            );
        }
        catch (Exception exception) when (called is { Response.HasStarted: false })
        {
            if (ExceptionProblems.For(exception, called) is { } problem)
            {
                RequestLog.WriteFailure(log, context.FunctionDefinition.Name, exception);
                manners.BeginAgain(called);
                await problem.ExecuteAsync(called);
            }
        }
    }
}
#endif
