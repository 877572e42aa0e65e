using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>A host with everything as it is by default, over an emulator of its own, and a website that reads from it.</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly StandaloneHost host;

    private MeasuredSite(AzuriteProcess azurite, StandaloneHost host, StorageClients storage)
    {
        this.azurite = azurite;
        this.host = host;
        Storage = storage;
        Http = new() { BaseAddress = host.BaseAddress };
        Http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    private const string Key = "key-of-the-measurements";

    public StorageClients Storage { get; }

    public HttpClient Http { get; }

    public static async Task<MeasuredSite> StartAsync()
    {
        var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        var host = await StandaloneHost.StartAsync(
            new()
            {
                Urls = "http://127.0.0.1:0",
                Settings = new Dictionary<string, string?>
                {
                    [StorageNames.Connection] = azurite.ConnectionString,
                    ["Editor:OwnerKey"] = Key,
                },
            }
        );
        var site = new MeasuredSite(azurite, host, storage);
        while (!(await site.Http.GetAsync("/api/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }

        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
