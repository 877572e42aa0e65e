using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Triggers;

/// <summary>HTTP functions as endpoints of ASP.NET Core, by the Azure host's rules.</summary>
internal static class HttpTriggers
{
    public static void Map(
        WebApplication app,
        IEnumerable<FunctionMethod> functions,
        Action<IApplicationBuilder>? configurePipeline
    )
    {
        app.UseRouting();
        app.Use(AnswerOnlyFunctions);
        configurePipeline?.Invoke(app);
        foreach (var function in functions)
        {
            if (function.Trigger is HttpTriggerAttribute trigger)
            {
                app.MapMethods(
                        trigger.Route ?? function.Name,
                        (trigger.Methods ?? []).Select(method => method.ToUpperInvariant()),
                        Guarded(app.Services, function, trigger)
                    )
                    .WithDisplayName(function.Name);
            }
        }
    }

    /// <summary>What no function serves, a method that none lists included, is an empty 404 without Allow.</summary>
    private static Task AnswerOnlyFunctions(HttpContext context, RequestDelegate next)
    {
        // Routing's own answer to a wrong method is an endpoint, but not one that has a route.
        if (context.GetEndpoint() is RouteEndpoint)
        {
            return next(context);
        }

        SecurityHeaders.ForApi(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static RequestDelegate Guarded(
        IServiceProvider services,
        FunctionMethod function,
        HttpTriggerAttribute trigger
    )
    {
        var instance = services.GetRequiredService<FunctionInstances>().Of(function);
        RequestDelegate run = new(FunctionInvoker.Compile<HttpContext>(function, instance, Bind, Complete));
        if (services.GetRequiredService<FunctionKeys>().GuardOf(function.Name, trigger.AuthLevel) is not { } guard)
        {
            return run;
        }

        var wrong = services.GetRequiredService<WrongKeys>();
        return context => guard(context.Request) ? run(context) : RefuseAsync(context, wrong);
    }

    /// <summary>Without a key nothing was guessed.</summary>
    private static async Task RefuseAsync(HttpContext context, WrongKeys wrong)
    {
        var status = FunctionKeys.HasKey(context.Request)
            ? await wrong.StatusAsync(context.RequestAborted)
            : StatusCodes.Status401Unauthorized;
        SecurityHeaders.ForApi(context.Response.Headers);
        context.Response.StatusCode = status;
    }

    private static Expression? Bind(ParameterInfo parameter, ParameterExpression context) =>
        Type.GetTypeCode(parameter.ParameterType) switch
        {
            TypeCode.String => Expression.Call(
                ((Func<HttpContext, string, string?>)Text).Method,
                context,
                NameOf(parameter)
            ),
            TypeCode.Int32 => Expression.Call(
                ((Func<HttpContext, string, int>)Number).Method,
                context,
                NameOf(parameter)
            ),
            _ when parameter.ParameterType == typeof(HttpRequest) => Expression.Property(
                context,
                nameof(HttpContext.Request)
            ),
            _ when parameter.ParameterType == typeof(CancellationToken) => Expression.Property(
                context,
                nameof(HttpContext.RequestAborted)
            ),
            _ => null,
        };

    private static ConstantExpression NameOf(ParameterInfo parameter) => Expression.Constant(parameter.Name);

    private static string? Text(HttpContext context, string name) => context.Request.RouteValues[name] as string;

    /// <summary>The route's constraint (<c>{page:int}</c>) has let through nothing but numbers.</summary>
    private static int Number(HttpContext context, string name) =>
        int.Parse(Text(context, name)!, CultureInfo.InvariantCulture);

    private static MethodCallExpression? Complete(Expression call, ParameterExpression context)
    {
        if (typeof(IResult).IsAssignableFrom(call.Type))
        {
            return Expression.Call(call, typeof(IResult).GetMethod(nameof(IResult.ExecuteAsync))!, context);
        }

        if (
            !call.Type.IsGenericType
            || call.Type.GetGenericArguments() is not [var result]
            || !typeof(IResult).IsAssignableFrom(result)
        )
        {
            return null;
        }

        var awaiting = call.Type.GetGenericTypeDefinition() switch
        {
            var type when type == typeof(Task<>) => nameof(ExecuteTaskAsync),
            var type when type == typeof(ValueTask<>) => nameof(ExecuteValueTaskAsync),
            _ => null,
        };
        return awaiting is null ? null : Expression.Call(typeof(HttpTriggers), awaiting, [result], call, context);
    }

    /// <summary>A kept answer is a finished task: it is sent without a state machine of its own.</summary>
    private static Task ExecuteTaskAsync<TResult>(Task<TResult> result, HttpContext context)
        where TResult : IResult =>
        result.IsCompletedSuccessfully ? result.Result.ExecuteAsync(context) : ExecuteLaterAsync(result, context);

    private static async Task ExecuteLaterAsync<TResult>(Task<TResult> result, HttpContext context)
        where TResult : IResult => await (await result).ExecuteAsync(context);

    private static async Task ExecuteValueTaskAsync<TResult>(ValueTask<TResult> result, HttpContext context)
        where TResult : IResult => await (await result).ExecuteAsync(context);
}
