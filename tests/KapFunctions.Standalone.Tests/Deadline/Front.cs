using KapFunctions.Standalone.Tests.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Standalone.Tests.Deadline;

/// <summary>A function that reads.</summary>
internal delegate Task<IResult> ReadingFunction(HttpContext context, CancellationToken cancellation);

/// <summary>A web server with functions, each below its name, behind what stands before functions in one of the hosts.</summary>
internal sealed class Front : IAsyncDisposable
{
    private readonly WebApplication app;

    private Front(WebApplication app)
    {
        this.app = app;
        Client = new() { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromMinutes(1) };
    }

    public HttpClient Client { get; }

    /// <summary>As Standalone has it.</summary>
    public static Task<Front> OfStandaloneAsync(IReadOnlyDictionary<string, ReadingFunction> functions) =>
        StartAsync(app =>
        {
            app.UseMiddleware<ProblemMiddleware>();
            app.Run(async context =>
            {
                var answer = await functions[NameOf(context)](context, context.RequestAborted);
                await answer.ExecuteAsync(context);
            });
        });

    /// <summary>As the worker has it, which afterwards sends what is then still the result of the call.</summary>
    public static Task<Front> OfAzureAsync(IReadOnlyDictionary<string, ReadingFunction> functions) =>
        StartAsync(app =>
            app.Run(async context =>
            {
                var call = new WorkerCall(context);
                await WorkerProblemMiddlewareTests
                    .Middleware(signIn: false)
                    .Invoke(
                        call,
                        async inner =>
                            inner.GetInvocationResult().Value = await functions[NameOf(context)]
                                (context, inner.CancellationToken)
                    );
                if (call.GetInvocationResult().Value is IResult late)
                {
                    await late.ExecuteAsync(context);
                }
            })
        );

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static string NameOf(HttpContext context) => context.Request.Path.Value![1..];

    private static async Task<Front> StartAsync(Action<WebApplication> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(WorkerProblemMiddlewareTests.Manners());
        builder.Services.AddSingleton(WorkerProblemMiddlewareTests.Gate(signIn: false));
        var app = builder.Build();
        app.Use(MeetBetweenAsync);
        configure(app);
        await app.StartAsync();
        return new(app);
    }

    private static Task MeetBetweenAsync(HttpContext context, RequestDelegate next)
    {
        var meeting = new Meeting(context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>());
        context.Features.Set<IHttpRequestLifetimeFeature>(meeting);
        context.Features.Set(meeting);
        return next(context);
    }
}
