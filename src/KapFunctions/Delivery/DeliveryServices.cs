using KapFunctions.Delivery.Changes;
using KapFunctions.Delivery.Collections;
using KapFunctions.Delivery.Feeds;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Delivery.Media;
using KapFunctions.Delivery.Search;
using KapFunctions.Delivery.Snapshots;
using KapFunctions.Query;
using KapFunctions.Storage;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Delivery;

/// <summary>What delivery needs.</summary>
internal static class DeliveryServices
{
    /// <summary>Bodies kept on this instance's disk, compressed: about 20,000 posts.</summary>
    private const long MaxBodyCacheBytes = 128 << 20;

    /// <summary>Files of this process; their names are random, so that several processes share the folder.</summary>
    private static readonly string ReplicaFolder = Path.Combine(Path.GetTempPath(), "kapfunctions");

    public static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton(_ => new Replica(ReplicaFolder))
            .AddSingleton(provider =>
                ReplicaSource.From(
                    provider.GetRequiredService<IndexReader>(),
                    provider.GetRequiredService<RenderedStore>(),
                    provider.GetRequiredService<SnapshotStore>()
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
            .AddSingleton<ContentCollections>()
            .AddSingleton<PictureVariants>()
            .AddSingleton<MediaAnswers>()
            .AddSingleton<ListAnswers>()
            .AddSingleton<FeedAnswers>()
            .AddSingleton<SitemapAnswers>()
            .AddSingleton<SearchIndexer>()
            .AddSingleton<SearchKeeper>()
            .AddSingleton<SearchAnswers>()
            .AddSingleton<GhostKeys>()
            .AddSingleton<GhostSettings>()
            .AddSingleton<GhostContent>()
            .AddSingleton(SnapshotPolicy.Usual)
            .AddSingleton<SnapshotKeeper>()
            .AddSingleton<ChangeFeed>();
}
