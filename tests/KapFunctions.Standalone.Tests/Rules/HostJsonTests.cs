using System.Text.Json;
using KapFunctions.Settings;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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

    private static JsonElement Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root!, file)));
        return json.RootElement.Clone();
    }
}
