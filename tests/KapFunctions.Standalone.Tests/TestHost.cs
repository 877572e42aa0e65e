using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Standalone.Tests.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Standalone.Tests;

/// <summary>Starts hosts of the functions in this project on free ports.</summary>
internal static class TestHost
{
    public static Task<StandaloneHost> StartAsync(Type functions, Recorder recorder, string? storage = null) =>
        StandaloneHost.StartAsync(Options(functions, recorder, storage));

    public static StandaloneOptions Options(Type functions, Recorder recorder, string? storage = null) =>
        new()
        {
            Urls = "http://127.0.0.1:0",
            Types = [functions],
            AddApplication = (_, _) => { },
            ConfigureFront = null,
            ConfigurePipeline = null,
            ConfigureServices = services => services.AddSingleton(recorder),
            BlobPollInterval = TimeSpan.FromMilliseconds(50),
            Settings = new Dictionary<string, string?>
            {
                ["ContentStorage"] = storage,
                ["FunctionKeys:Master"] = "master-key",
                ["FunctionKeys:Host"] = "host-key",
                ["FunctionKeys:Functions:Editors"] = "editors-key",
            },
        };
}
