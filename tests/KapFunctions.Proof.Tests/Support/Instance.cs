using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Publishing.Repair;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Proof.Tests.Support;

/// <summary>One instance of the app without its triggers: it does exactly what a test has it do, and makes no other call.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Instance(string connectionString, TimeProvider? clock = null)
    {
        var settings = new Dictionary<string, string?> { [StorageNames.Connection] = connectionString };
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddKapFunctions(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(StorageClients.FromConnectionString(connectionString, TimeSpan.FromMilliseconds(2)))
            .BuildServiceProvider();
    }

    public StorageClients Storage => Get<StorageClients>();

    public IndexReader Index => Get<IndexReader>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task LookAtAsync(string path, LookReason reason = default) =>
        Get<Publisher>().LookAtAsync(path, reason, default);

    public Task ReconcileAsync() => Get<Reconciler>().RunAsync(default);

    public async Task UploadAsync(string path, string text) =>
        await Storage.Content.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true);

    public async Task DeleteAsync(string path) => await Storage.Content.GetBlobClient(path).DeleteIfExistsAsync();

    /// <summary>Uploads, and looks as an event would have it.</summary>
    public async Task PublishAsync(string path, string text)
    {
        await UploadAsync(path, text);
        await LookAtAsync(path);
    }

    /// <summary>The site as readers of this instance see it now.</summary>
    public async Task<View> ReadAsync()
    {
        await Get<ReadModel>().RefreshAsync(default);
        return Get<ReadModel>().Read();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
