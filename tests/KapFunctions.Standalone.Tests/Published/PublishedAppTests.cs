using System.Text.Json;
using KapFunctions.Standalone.Tests.Worker;
using KapFunctions.Testing;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Published;

/// <summary>What Worker.Sdk makes for the Functions host is what the tests here are about.</summary>
public sealed class PublishedAppTests
{
    private const long MostBytes = 40_000_000;

    /// <summary>What is published is a Release build, which listens to Event Grid.</summary>
    [FactWith<BuiltApp>]
    public void The_host_is_told_of_every_function_what_its_attributes_say() =>
        Assert.Equal(FunctionLine.OfAttributes(BlobTriggerSource.EventGrid), FunctionsOf(BuiltApp.Published));

    /// <summary>A Debug build looks for uploads by itself, so that it works on Azurite.</summary>
    [FactWith<BuiltApp>]
    public void On_a_developers_machine_the_host_is_told_of_the_same_functions() =>
        Assert.Equal(FunctionLine.OfAttributes(BlobTriggerSource.LogsAndContainerScan), FunctionsOf(BuiltApp.ForFunc));

    [FactWith<BuiltApp>]
    public void The_host_finds_what_it_reads() =>
        Assert.All(
            [BuiltApp.Published, BuiltApp.ForFunc],
            app =>
            {
                var extensions = app.Read("extensions.json").GetProperty("extensions").EnumerateArray().ToArray();
                var worker = app.Read("worker.config.json").GetProperty("description");
                var http = app.Read("host.json").GetProperty("extensions").GetProperty("http");

                Assert.Equal(
                    ["AzureStorageBlobs", "AzureStorageQueues", "Startup"],
                    extensions.Select(extension => Text(extension, "name"))
                );
                Assert.All(extensions, extension => Assert.True(File.Exists(app.PathOf(Text(extension, "hintPath")))));
                Assert.Equal("KapFunctions.Azure.dll", Text(worker, "defaultWorkerPath"));
                Assert.True(File.Exists(app.PathOf("KapFunctions.Azure.dll")));
                Assert.Equal("", Text(http, "routePrefix"));
            }
        );

    [FactWith<BuiltApp>]
    public void A_cold_start_has_little_to_fetch_and_nothing_of_a_developer() =>
        Assert.Multiple(
            () => Assert.InRange(BuiltApp.Published.Bytes, 1, MostBytes),
            () => Assert.DoesNotContain(BuiltApp.Published.Files, file => file.Contains("local.settings"))
        );

    [FactWith<BuiltApp>]
    public async Task Wrong_settings_end_it_at_once_with_a_sentence_for_each()
    {
        var (exitCode, errors) = await BuiltApp.Published.RunAsync(
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

    private static IEnumerable<string> FunctionsOf(BuiltApp app) =>
        app.Read("functions.metadata")
            .EnumerateArray()
            .Select(function =>
                FunctionLine.Of(
                    Text(function, "name"),
                    Text(function, "scriptFile"),
                    Text(function, "entryPoint"),
                    function.GetProperty("bindings")[0]
                )
            )
            .Order(StringComparer.Ordinal);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
