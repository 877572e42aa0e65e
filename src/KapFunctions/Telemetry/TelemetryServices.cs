using KapFunctions.Storage.Account;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KapFunctions.Telemetry;

/// <summary>Traces, metrics and logs over OTLP; without an endpoint nothing is collected.</summary>
internal static class TelemetryServices
{
    // https://opentelemetry.io/docs/specs/otel/protocol/exporter/
    private const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
    private const string ServiceNameSetting = "OTEL_SERVICE_NAME";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // In Azure the host is told what the worker logs.
        services.AddLogging(logging => logging.AddFilter(PrivateLogs.Requests, LogLevel.None));
        if (string.IsNullOrWhiteSpace(configuration[EndpointSetting]))
        {
            return services;
        }

        services
            .AddSingleton<LogScopes>()
            .AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogScopes>())
            .AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>(PrivateLogs.IsSent))
            .AddHostedService<StateGauges>()
            .AddOpenTelemetry()
            .ConfigureResource(resource => AddName(resource, configuration))
            .WithTracing(traces =>
                traces
                    .AddSource(Instruments.Name)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddProcessor<PrivateSpans>()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Instruments.Name, StorageCalls.MeterName)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
            )
            .WithLogging(
                logs => logs.AddProcessor(provider => new PrivateLogs(provider.GetRequiredService<LogScopes>())),
                logs => logs.IncludeFormattedMessage = true
            )
            .UseOtlpExporter();
        return services;
    }

    private static void AddName(ResourceBuilder resource, IConfiguration configuration)
    {
        var version = typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3);
        resource.AddService(configuration[ServiceNameSetting] ?? "kapfunctions", serviceVersion: version);
    }
}
