using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Azure;

/// <summary>Turns away who may not pass, and answers with a problem document where a function threw.</summary>
internal sealed class WorkerProblemMiddleware(
    HttpManners manners,
    EditorGate gate,
    ILogger<WorkerProblemMiddleware> log
) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } called)
        {
            await next(context);
            return;
        }

        if (manners.Begin(called) is { } answer)
        {
            await answer.ExecuteAsync(called);
            return;
        }

        using var scope = HttpManners.BeginScope(log, called);
        try
        {
            using var deadline = RequestDeadline.Begin(called);
            var bounded = deadline is null ? context : new HttpFunctionContext(context, called);
            var running = AnswerAsync(bounded, called, next);
            if (!running.IsCompleted)
            {
                deadline?.Run(context.CancellationToken);
            }

            await running;
        }
        catch (Exception exception) when (!called.Response.HasStarted)
        {
            if (ExceptionProblems.For(exception, called) is { } problem)
            {
                manners.BeginAgain(called);
                await problem.ExecuteAsync(called);
                RequestLog.WriteFailure(log, context.FunctionDefinition.Name, exception, called.Response.StatusCode);
            }
        }
    }

    /// <summary>The worker would send the answer later, when nobody bounds its time or catches what it throws, and tell the host of it
    /// in JSON besides.</summary>
    private async Task AnswerAsync(FunctionContext context, HttpContext called, FunctionExecutionDelegate next)
    {
        if (
            gate.AccessTo(context.FunctionDefinition.Name, called.Request) is { } access
            && await gate.RefusalAsync(called, access) is { } refusal
        )
        {
            await refusal.ExecuteAsync(called);
            return;
        }

        await next(context);
        var result = context.GetInvocationResult();
        if (result.Value is IResult answer)
        {
            result.Value = null;
            await answer.ExecuteAsync(called);
        }
    }
}
