using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Standalone.Triggers;
using KapFunctions.Storage.Account;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KapFunctions.Standalone.Hosting;

/// <summary>Functions without the Azure runtime, by the same rules: Kestrel for HTTP triggers, pollers for blob, queue and timer
/// triggers. Several hosts may run in one process. Disposing stops gracefully: work that has begun ends first.</summary>
internal sealed class StandaloneHost : IAsyncDisposable
{
    /// <summary>Each costs memory before it asks for anything.</summary>
    private const int MaxConnections = 5_000;

    private readonly WebApplication app;

    private StandaloneHost(WebApplication app) => this.app = app;

    public Uri BaseAddress => new(Addresses.First());

    public IEnumerable<string> Addresses =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    public IServiceProvider Services => app.Services;

    public static async Task<StandaloneHost> StartAsync(
        StandaloneOptions options,
        CancellationToken cancellation = default
    )
    {
        var host = Build(options);
        try
        {
            await host.StartAsync(cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Functions are found and compiled, and nothing is called yet.</summary>
    /// <exception cref="InvalidOperationException">A function or setting is not valid; the message says which and why.</exception>
    public static StandaloneHost Build(StandaloneOptions options)
    {
        var functions = FunctionMethod.In(options.Types);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddEnvironmentVariables().AddInMemoryCollection(options.Settings);
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytesOfServer;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        });
        builder.WebHost.UseUrls(options.Urls);
        options.ConfigureLogging?.Invoke(builder.Logging);
        AddServices(builder, options, functions);

        var app = builder.Build();
        options.ConfigureFront?.Invoke(app);
        HttpTriggers.Map(app, functions, options.ConfigurePipeline);
        return new(app);
    }

    public Task StartAsync(CancellationToken cancellation = default) => app.StartAsync(cancellation);

    /// <summary>Waits until what has begun is done or the shutdown timeout is over.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => app.StopAsync(cancellation);

    /// <summary>Ends when the host was stopped, by a caller or by a poller that broke.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) =>
        app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        // One that did not start has nothing to stop, and its failure is what the caller is to hear of.
        if (app.Lifetime.ApplicationStarted.IsCancellationRequested)
        {
            await app.StopAsync();
        }

        await app.DisposeAsync();
    }

    private static void AddServices(
        WebApplicationBuilder builder,
        StandaloneOptions options,
        IReadOnlyList<FunctionMethod> functions
    )
    {
        var services = builder.Services;
        services.AddRouting();
        services.AddLogging();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        // Whoever starts the host decides when it stops; a process may run several.
        services.AddSingleton<IHostLifetime, NoLifetime>();
        options.AddApplication(services, builder.Configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => StorageClients.From(builder.Configuration));
        services.AddSingleton(options);
        services.AddSingleton<FunctionInstances>();
        services.AddMetrics();
        services.AddSingleton<FunctionKeys>();
        services.TryAddSingleton<WrongKeys>();
        services.AddSingleton<PoisonQueues>();
        options.ConfigureServices?.Invoke(services);

        foreach (
            var container in functions
                .Where(function => function.Trigger is BlobTriggerAttribute)
                .GroupBy(BlobPattern.ContainerOf)
        )
        {
            AddListener(services, provider => BlobListener.Create(provider, container.Key, [.. container]));
        }

        foreach (var function in functions)
        {
            if (function.Trigger is QueueTriggerAttribute)
            {
                AddListener(services, provider => QueueListener.Create(provider, function));
            }
            else if (function.Trigger is TimerTriggerAttribute)
            {
                AddListener(services, provider => TimerListener.Create(provider, function));
            }
        }
    }

    private static void AddListener(IServiceCollection services, Func<IServiceProvider, IHostedService> create) =>
        services.AddSingleton(create);

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
