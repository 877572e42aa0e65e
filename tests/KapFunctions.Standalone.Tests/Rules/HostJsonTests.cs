using System.Text.Json;
using KapFunctions.Settings;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Standalone.Tests.Rules;

/// <summary>What the Azure host is told agrees with what Standalone does.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonElement Extensions = Read("host.json").GetProperty("extensions");

    [Fact]
    public void Routes_stand_as_the_functions_declare_them() =>
        Assert.Equal("", Extensions.GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void Both_hosts_give_up_after_the_same_number_of_tries()
    {
        Assert.Equal(FiveTries.Count, Extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(FiveTries.Count, Extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    [Fact]
    public void Both_hosts_read_queue_messages_in_base64() =>
        Assert.Equal("base64", Extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());

    /// <summary>The alerts count requests, failures and the lines that tell of a publish: https://learn.microsoft.com/azure/azure-functions/configure-monitoring#configure-sampling</summary>
    [Fact]
    public void What_the_alerts_count_is_never_sampled() =>
        Assert.Equal(
            "Request;Exception;Trace",
            Read("host.json")
                .GetProperty("logging")
                .GetProperty("applicationInsights")
                .GetProperty("samplingSettings")
                .GetProperty("excludedTypes")
                .GetString()
        );

    /// <summary>The host passes each request on to the worker by a call, whose whole address it would keep.</summary>
    [Fact]
    public void The_host_keeps_no_addresses_of_calls() =>
        Assert.False(
            Read("host.json")
                .GetProperty("logging")
                .GetProperty("applicationInsights")
                .GetProperty("enableDependencyTracking")
                .GetBoolean()
        );

    /// <summary>A request that succeeds leaves one record, of the host's results, and no line of its own: what the app says is
    /// kept, and failures are. The host reads these levels as every .NET program does.</summary>
    [Theory]
    [InlineData("Host.Results", LogLevel.Information, true)]
    [InlineData("Function.PublishContent.User", LogLevel.Information, true)]
    [InlineData("Host.Function.Console", LogLevel.Information, true)]
    [InlineData("Function.GetPost", LogLevel.Information, false)]
    [InlineData("Function.GetPost", LogLevel.Error, true)]
    [InlineData("Host.Aggregator", LogLevel.Information, false)]
    [InlineData("Microsoft.AspNetCore.Routing.EndpointMiddleware", LogLevel.Information, false)]
    [InlineData("Azure.Core", LogLevel.Warning, false)]
    public void A_request_leaves_one_record_and_not_four(string category, LogLevel level, bool isKept)
    {
        using var services = new ServiceCollection()
            .AddLogging(logging =>
                logging
                    .AddConfiguration(
                        new ConfigurationBuilder()
                            .AddJsonFile(Path.Combine(Repository.Root!, "host.json"))
                            .Build()
                            .GetSection("logging")
                    )
                    .AddProvider(new EveryLog())
            )
            .BuildServiceProvider();

        Assert.Equal(isKept, services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level));
    }

    [Fact]
    public void The_sample_of_local_settings_is_one_that_the_app_starts_with()
    {
        var values = Read("src/KapFunctions.Azure/local.settings.sample.json").GetProperty("Values");
        var settings = values
            .EnumerateObject()
            .ToDictionary(
                one => one.Name.Replace("__", ":", StringComparison.Ordinal),
                one => (string?)one.Value.GetString()
            );

        new ServiceCollection().AddSettings(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        Assert.Equal("dotnet-isolated", settings["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.Contains("AzureWebJobsStorage", settings.Keys);
    }

    private sealed class EveryLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) { }

        public void Dispose() { }
    }

    private static JsonElement Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root!, file)));
        return json.RootElement.Clone();
    }
}
