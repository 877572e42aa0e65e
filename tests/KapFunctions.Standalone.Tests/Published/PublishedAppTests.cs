using System.Text.Json;
using KapFunctions.Standalone.Tests.Worker;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Published;

/// <summary>What is deployed to Azure, as Worker.Sdk made it, is what the tests here are about.</summary>
public sealed class PublishedAppTests
{
    private const long MostBytes = 40_000_000;

    [PublishedFact]
    public void The_host_is_told_of_every_function_what_its_attributes_say() =>
        Assert.Equal(
            // What is published is a Release build, which listens to Event Grid.
            FunctionLine.OfAttributes(BlobTriggerSource.EventGrid),
            PublishedApp
                .Read("functions.metadata")
                .EnumerateArray()
                .Select(function =>
                    FunctionLine.Of(
                        Text(function, "name"),
                        Text(function, "scriptFile"),
                        Text(function, "entryPoint"),
                        function.GetProperty("bindings")[0]
                    )
                )
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
            "KapFunctions.Azure.dll",
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

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
