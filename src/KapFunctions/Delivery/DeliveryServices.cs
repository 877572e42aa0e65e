using KapFunctions.Delivery.Feeds;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Media;
using KapFunctions.Delivery.Posts;
using KapFunctions.Delivery.Search;
using KapFunctions.Following.Changes;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Reading;
using KapFunctions.Reading.Snapshots;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Delivery;

/// <summary>What delivery needs.</summary>
internal static class DeliveryServices
{
    /// <summary>Bodies kept on this instance's disk, compressed: about 20,000 posts.</summary>
    private const long MaxBodyCacheBytes = 128 << 20;

    public static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton(MakeScratchFolder)
            .AddSingleton(provider => new Replica(provider.GetRequiredService<ScratchFolder>().Path))
            .AddSingleton(provider =>
                ReplicaSource.From(
                    provider.GetRequiredService<IndexReader>(),
                    provider.GetRequiredService<RenderedStore>(),
                    provider.GetRequiredService<SnapshotStore>()
                )
            )
            .AddSingleton(provider => new BodyReader(
                provider.GetRequiredService<ScratchFolder>().Path,
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
            .AddSingleton<PublicMedia>()
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

    private static ScratchFolder MakeScratchFolder(IServiceProvider provider)
    {
        var folder = ScratchFolder.In(Path.GetTempPath());
        folder.ClearDead(provider.GetRequiredService<TimeProvider>());
        return folder;
    }
}
