using System.Diagnostics;
using System.Reflection;
using KapFunctions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.OfficialBuild.Tests;

/// <summary>The program that Azure starts.</summary>
public sealed class EntryPointTests
{
    [Fact]
    public async Task It_starts_with_good_settings()
    {
        var end = await RunAsync(("ContentStorage", "UseDevelopmentStorage=true"));

        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
    }

    /// <summary>Where the web server hangs up, the Azure host answers with an empty 500 instead of the function's 413.</summary>
    [Fact]
    public async Task A_body_that_is_too_large_reaches_the_function_that_says_so()
    {
        var end = await RunAsync(("ContentStorage", "UseDevelopmentStorage=true"));

        Assert.Contains("Bodies up to 210000000 bytes are taken.", end.Output);
    }

    [Fact]
    public async Task Wrong_settings_end_it_at_once_with_a_sentence_for_each()
    {
        var end = await RunAsync(("Preview__Keys", "a:s3cret"), ("Site__Url", "nonsense"));

        Assert.Equal(1, end.ExitCode);
        Assert.Collection(
            end.Errors.ReplaceLineEndings("\n").TrimEnd().Split('\n'),
            line => Assert.StartsWith("ContentStorage is not set", line),
            line => Assert.StartsWith("Site__Url is no web address", line),
            line => Assert.StartsWith("Preview__Keys has a malformed key", line)
        );
        Assert.DoesNotContain("s3cret", end.Errors + end.Output);
    }

    [Fact]
    public async Task Every_function_gets_what_its_constructor_asks_for()
    {
        var settings = new Dictionary<string, string?> { ["ContentStorage"] = "UseDevelopmentStorage=true" };
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddKapFunctions(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        var functions = typeof(ServiceRegistration)
            .Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute))));

        Assert.All(functions, type => ActivatorUtilities.CreateInstance(services, type));
        Assert.NotNull(ActivatorUtilities.CreateInstance<WorkerProblemMiddleware>(services));
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
