using System.Text.Json;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Tests.WorkerModel;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Published;

/// <summary>What is deployed to Azure, as the official packages made it, is what the tests here are about.</summary>
public sealed class PublishedAppTests
{
    private const long MostBytes = 40_000_000;

    [PublishedFact]
    public void The_official_worker_has_every_signature_that_functions_use()
    {
        var official = PublishedApp.WorkerTypes();
        var names = Surface.Official.Where(line => !line.StartsWith(' ')).Select(Surface.NameIn);

        Assert.Empty(Surface.Official.Except(names.SelectMany(name => Surface.Of(official[name]))));
    }

    [PublishedFact]
    public void The_host_is_told_of_every_function_what_its_attributes_say() =>
        Assert.Equal(
            FunctionMethod
                .In(typeof(ServiceRegistration).Assembly.GetTypes())
                .Select(function =>
                    $"{function.Name} {function.Method.DeclaringType}.{function.Method.Name} {Say(function)}"
                ),
            PublishedApp
                .Read("functions.metadata")
                .EnumerateArray()
                .Select(function => $"{Text(function, "name")} {Text(function, "entryPoint")} {SayTrigger(function)}")
                .Order(StringComparer.Ordinal)
        );

    [PublishedFact]
    public void The_host_loads_the_extensions_that_the_triggers_need()
    {
        Assert.Equal(
            ["AzureStorageBlobs", "AzureStorageQueues", "Startup"],
            PublishedApp
                .Read("extensions.json")
                .GetProperty("extensions")
                .EnumerateArray()
                .Select(one => Text(one, "name"))
        );
        Assert.Equal(
            "KapFunctions.dll",
            Text(PublishedApp.Read("worker.config.json").GetProperty("description"), "defaultWorkerPath")
        );
        Assert.Equal(
            "",
            Text(PublishedApp.Read("host.json").GetProperty("extensions").GetProperty("http"), "routePrefix")
        );
    }

    [PublishedFact]
    public void A_cold_start_has_little_to_fetch_and_nothing_of_a_developer() =>
        Assert.Multiple(
            () => Assert.InRange(PublishedApp.Bytes, 1, MostBytes),
            () => Assert.DoesNotContain(PublishedApp.Files, file => file.Contains("local.settings"))
        );

    [PublishedFact]
    public async Task Wrong_settings_end_it_at_once_with_a_sentence_for_each()
    {
        var (exitCode, errors) = await PublishedApp.RunAsync(
            ("Preview__Keys", "a:s3cret"),
            ("Site__Url", "https://user:s3cret@example.org")
        );

        Assert.NotEqual(0, exitCode);
        Assert.Collection(
            errors.TrimEnd().Split('\n'),
            line => Assert.StartsWith("ContentStorage is not set", line),
            line => Assert.StartsWith("Site__Url is no web address", line),
            line => Assert.StartsWith("Preview__Keys has a malformed key", line)
        );
        Assert.DoesNotContain("s3cret", errors);
    }

    private static string Say(FunctionMethod function) =>
        function.Trigger switch
        {
            HttpTriggerAttribute http => $"http {http.AuthLevel} {string.Join(',', http.Methods!)} {http.Route}",
            QueueTriggerAttribute queue => $"queue {queue.QueueName} {queue.Connection}",
            TimerTriggerAttribute timer => $"timer {timer.Schedule} {timer.RunOnStartup}",
            // What is published is a Release build, which listens to Event Grid.
            BlobTriggerAttribute blob => $"blob {blob.BlobPath} {blob.Connection} {BlobTriggerSource.EventGrid}",
            var other => throw new InvalidOperationException($"{function.Name} has a {other}."),
        };

    private static string SayTrigger(JsonElement function)
    {
        var trigger = function.GetProperty("bindings")[0];
        return Text(trigger, "type") switch
        {
            "httpTrigger" =>
                $"http {Text(trigger, "authLevel")} {string.Join(',', trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()))} {Text(trigger, "route")}",
            "queueTrigger" => $"queue {Text(trigger, "queueName")} {Text(trigger, "connection")}",
            "timerTrigger" =>
                $"timer {Text(trigger, "schedule")} {trigger.TryGetProperty("runOnStartup", out var on) && on.GetBoolean()}",
            "blobTrigger" => $"blob {Text(trigger, "path")} {Text(trigger, "connection")} {Text(trigger, "source")}",
            var other => other,
        };
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
