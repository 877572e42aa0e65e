using System.Text.Json;
using KapFunctions.Azure;
using KapFunctions.Http;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KapFunctions.Standalone.Tests.Worker;

/// <summary>The program that Azure starts.</summary>
public sealed class WorkerHostTests
{
    /// <summary>As the Functions host starts it, and one good setting.</summary>
    private static readonly string[] Arguments =
    [
        .. new[] { "--functions-uri", "http://127.0.0.1:1", "--functions-grpc-max-message-length", "1000000" },
        .. new[] { "--functions-worker-id", "worker", "--functions-request-id", "request" },
        .. new[] { "--ContentStorage", "UseDevelopmentStorage=true" },
    ];

    /// <summary>Where the web server hangs up, the Azure host answers with an empty 500 instead of the function's 413.</summary>
    [Fact]
    public void A_body_that_is_too_large_reaches_the_function_that_says_so()
    {
        using var worker = WorkerHost.Build(Arguments);

        Assert.Equal(
            RequestBody.MaxBytesOfServer,
            worker.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize
        );
    }

    [Fact]
    public void The_worker_hands_the_host_its_own_lines_and_of_others_only_warnings()
    {
        using var worker = WorkerHost.Build(Arguments);
        var logs = worker.Services.GetRequiredService<ILoggerFactory>();

        Assert.True(logs.CreateLogger("KapFunctions.Publishing").IsEnabled(LogLevel.Information));
        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Routing").IsEnabled(LogLevel.Information));
        Assert.False(logs.CreateLogger("System.Net.Http").IsEnabled(LogLevel.Information));
        Assert.True(logs.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").IsEnabled(LogLevel.Warning));
    }

    [Fact]
    public void Every_function_gets_what_its_constructor_asks_for()
    {
        using var worker = WorkerHost.Build(Arguments);
        var functions = FunctionMethod.In(typeof(ServiceRegistration).Assembly.GetTypes());

        Assert.All(
            functions,
            function => ActivatorUtilities.CreateInstance(worker.Services, function.Method.DeclaringType!)
        );
        Assert.NotNull(ActivatorUtilities.CreateInstance<WorkerProblemMiddleware>(worker.Services));
    }

    /// <summary>What the compiler made of the attributes: the worker tells the host of its functions when it starts.</summary>
    [Fact]
    public async Task The_host_is_told_of_every_function_what_its_attributes_say()
    {
        var functions = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync("");

        Assert.Equal(
            FunctionLine.OfAttributes(),
            functions
                .Select(function =>
                    FunctionLine.Of(
                        function.Name,
                        function.ScriptFile,
                        function.EntryPoint,
                        TriggerOf(function.RawBindings!)
                    )
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Wrong_settings_end_it_at_once_with_a_sentence_for_each()
    {
        var run = await Tool.RunAsync(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "KapFunctions.Azure.dll")],
            "",
            ("Preview__Keys", "a:s3cret"),
            ("Site__Url", "nonsense")
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Collection(
            run.StandardError.ReplaceLineEndings("\n").TrimEnd().Split('\n'),
            line => Assert.StartsWith("ContentStorage is not set", line),
            line => Assert.StartsWith("Site__Url is no web address", line),
            line => Assert.StartsWith("Preview__Keys has a malformed key", line)
        );
        Assert.DoesNotContain("s3cret", run.StandardError + run.StandardOutput);
    }

    private static JsonElement TriggerOf(IEnumerable<string> bindings)
    {
        using var json = JsonDocument.Parse(bindings.First());
        return json.RootElement.Clone();
    }
}
