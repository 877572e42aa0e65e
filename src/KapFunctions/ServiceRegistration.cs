using KapFunctions.Delivery;
using KapFunctions.Editor;
using KapFunctions.Following;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Pictures;
using KapFunctions.Publishing;
using KapFunctions.Reading;
using KapFunctions.Settings;
using KapFunctions.Site;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Keys;
using KapFunctions.Storage.Queues;
using KapFunctions.Storage.Rendered;
using KapFunctions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KapFunctions;

/// <summary>What the functions need, the same under both hosts. Each room names its own services.</summary>
internal static class ServiceRegistration
{
    /// <exception cref="SettingsException">Some setting is missing or wrong; all of them are named.</exception>
    public static IServiceCollection AddKapFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSettings(configuration)
            .AddSingleton(EditorAccess.Table)
            .AddSingleton<KeyRing>()
            .AddSingleton<WrongKeys>()
            .AddSingleton<EditorGate>()
            .AddSingleton<Cors>()
            .AddSingleton<HttpManners>()
            .AddSingleton<PictureWorkshop>()
            .AddStorage()
            .AddReading()
            .AddPublishing()
            .AddDelivery()
            .AddEditor()
            .AddFollowing()
            .AddSite()
            .AddTelemetry(configuration);
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) =>
        services
            .AddSingleton<ContentStore>()
            .AddSingleton<MediaStore>()
            .AddSingleton<RenderedStore>()
            .AddSingleton<SnapshotStore>()
            .AddSingleton<KeyStore>()
            .AddSingleton<IndexReader>()
            .AddSingleton<IndexHistory>()
            .AddSingleton<IndexWriter>()
            .AddSingleton<IndexLogTrim>()
            .AddSingleton<RenderedSweep>()
            .AddSingleton<StorageLease>()
            .AddSingleton<ContentEvents>()
            .AddSingleton<ReconcileReports>()
            .AddSingleton<QueueDepths>()
            .AddSingleton<WebhookOutbox>()
            .AddSingleton<WebhookStore>();
}
