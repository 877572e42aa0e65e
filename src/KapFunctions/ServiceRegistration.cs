using KapFunctions.Delivery;
using KapFunctions.Editor;
using KapFunctions.Publishing;
using KapFunctions.Query;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KapFunctions;

/// <summary>What the functions need, the same under both hosts.</summary>
public static class ServiceRegistration
{
    /// <summary>Bodies kept on this instance's disk, compressed: about 20,000 posts.</summary>
    private const long MaxBodyCacheBytes = 128 << 20;

    /// <summary>Files of this process; their names are random, so that several processes share the folder.</summary>
    private static readonly string ReplicaFolder = Path.Combine(Path.GetTempPath(), "kapfunctions");

    /// <summary>Adds the services of the function app.</summary>
    public static IServiceCollection AddKapFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => StorageClients.From(configuration));
        return services.AddStorage().AddPublishing().AddDelivery().AddEditor();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) =>
        services
            .AddSingleton<ContentStore>()
            .AddSingleton<RenderedStore>()
            .AddSingleton<IndexReader>()
            .AddSingleton<IndexHistory>()
            .AddSingleton<IndexWriter>()
            .AddSingleton<IndexLogTrim>()
            .AddSingleton<RenderedSweep>()
            .AddSingleton<StorageLease>()
            .AddSingleton<ContentEvents>();

    private static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<CurrentSite>()
            .AddSingleton<PostPublisher>()
            .AddSingleton<SitePublisher>()
            .AddSingleton<Publisher>()
            .AddSingleton<BulkPublisher>()
            .AddSingleton<Lifter>()
            .AddSingleton<Reconciler>()
            .AddSingleton<Sweeper>();

    private static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton(_ => new Replica(ReplicaFolder))
            .AddSingleton(provider =>
                ReplicaSource.From(
                    provider.GetRequiredService<IndexReader>(),
                    provider.GetRequiredService<RenderedStore>()
                )
            )
            .AddSingleton(provider => new BodyReader(
                ReplicaFolder,
                MaxBodyCacheBytes,
                provider.GetRequiredService<ReplicaSource>()
            ))
            .AddSingleton<ReadModel>()
            .AddSingleton<Freshness>()
            .AddSingleton<AnswerCache>()
            .AddSingleton<Answers>()
            .AddSingleton<Bodies>()
            .AddSingleton<PublicUrls>()
            .AddSingleton<PostAnswers>()
            .AddSingleton<ListAnswers>();

    private static IServiceCollection AddEditor(this IServiceCollection services) =>
        services.AddSingleton<ProblemReports>();
}
