using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions;

/// <summary>Stands before every function where ASP.NET Core hosts: turns away who may not pass, answers preflights, and
/// answers with a problem document where a function threw.</summary>
internal sealed class ProblemMiddleware(
    RequestDelegate next,
    HttpManners manners,
    EditorGate gate,
    ILogger<ProblemMiddleware> log
)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (manners.Begin(context) is { } answer)
        {
            await answer.ExecuteAsync(context);
            return;
        }

        using var scope = HttpManners.BeginScope(log, context);
        try
        {
            using var deadline = RequestDeadline.Begin(context);
            var access = gate.AccessTo(context.GetEndpoint()?.DisplayName, context.Request);
            var running = access is { } guarded ? RunGuardedAsync(context, guarded) : next(context);
            if (!running.IsCompleted)
            {
                deadline?.Run();
            }

            await running;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (ExceptionProblems.For(exception, context) is { } problem)
            {
                manners.BeginAgain(context);
                await problem.ExecuteAsync(context);
                var function = context.GetEndpoint()?.DisplayName;
                RequestLog.WriteFailure(log, function, exception, context.Response.StatusCode);
            }
        }
    }

    private async Task RunGuardedAsync(HttpContext context, Access access)
    {
        if (await gate.RefusalAsync(context, access) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
