using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// Signatures as in https://github.com/Azure/azure-functions-dotnet-worker, src/DotNetWorker/Builder and
// extensions/Worker.Extensions.Http.AspNetCore.
namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where the entry point begins.</summary>
internal static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}

/// <summary>Builds the process that the Functions host talks to; here, a host that ends as soon as it has started.</summary>
internal sealed class FunctionsApplicationBuilder(string[] args)
    : IHostApplicationBuilder,
        IFunctionsWorkerApplicationBuilder
{
    private readonly HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)builder).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => builder.Configuration;

    public IHostEnvironment Environment => builder.Environment;

    public ILoggingBuilder Logging => builder.Logging;

    public IMetricsBuilder Metrics => builder.Metrics;

    public IServiceCollection Services => builder.Services;

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null
    )
        where TContainerBuilder : notnull => builder.ConfigureContainer(factory, configure);

    public IHost Build()
    {
        Services.AddHostedService<EndAtOnce>();
        var host = builder.Build();
        var kestrel = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        Console.WriteLine($"Bodies up to {kestrel.Limits.MaxRequestBodySize} bytes are taken.");
        return host;
    }

    private sealed class EndAtOnce(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }
    }
}

internal static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder
    ) => builder;
}
