using System.Net;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace KapFunctions.Tests;

/// <summary>What happens is told over OTLP to whom the settings name, and to nobody without.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Every_metric_arrives_with_its_unit_and_so_do_traces_and_logs()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var site = await TestSite.StartAsync(
            settings: new()
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            }
        );
        await site.UploadAsync("posts/a.md", "# One");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        // Once may not be enough: the search takes the post in just after, and what was kept before is made anew.
        for (var read = 0; read < 20; read++)
        {
            await site.GetAsync("/api/posts/a");
            await Task.Delay(50);
        }

        var expected = new Dictionary<string, string>
        {
            ["kapfunctions.cache.lookups"] = "{lookup}",
            ["kapfunctions.publish.lag"] = "s",
            ["kapfunctions.queue.messages"] = "{message}",
            ["kapfunctions.render.duration"] = "s",
            ["kapfunctions.replica.age"] = "s",
            ["kapfunctions.storage.call.duration"] = "s",
            ["http.server.request.duration"] = "s",
            ["http.client.request.duration"] = "s",
        };
        await collector.WaitAsync(() => expected.All(metric => collector.UnitOf(metric.Key) == metric.Value));
        foreach (
            var (key, value) in new[] { ("kapfunctions.cache.result", "hit"), ("kapfunctions.cache.result", "miss") }
        )
        {
            await collector.WaitAsync(() => collector.Has("/v1/metrics", key, value));
        }

        await collector.WaitAsync(() => collector.Has("/v1/metrics", "kapfunctions.storage.service", "table"));
        await collector.WaitAsync(() => collector.Has("/v1/metrics", "messaging.destination.name", "content-events"));
        await collector.WaitAsync(() => collector.Has("/v1/traces", "kapfunctions.path", "posts/a.md"));
        await collector.WaitAsync(() => collector.Has("/v1/traces", "url.path", "/api/posts/a"));
        await collector.WaitAsync(() => collector.Has("/v1/logs", "Path", "posts/a.md"));
        Assert.True(collector.Has("/v1/logs", "service.name", "kapfunctions"));
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_collected_that_could_be_sent()
    {
        await using var site = await TestSite.StartAsync(
            settings: new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "", ["OTEL_SERVICE_NAME"] = "somebody" }
        );

        Assert.Null(site.Services.GetService<TracerProvider>());
        Assert.Null(site.Services.GetService<MeterProvider>());
        Assert.Null(site.Services.GetService<LoggerProvider>());
        Assert.DoesNotContain(
            site.Services.GetServices<IHostedService>()
                .Cast<object>()
                .Concat(site.Services.GetServices<ILoggerProvider>()),
            service => service.GetType().FullName!.Contains("Telemetry", StringComparison.Ordinal)
        );
    }
}
