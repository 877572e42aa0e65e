using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Reading.Snapshots;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Reading;

internal static class ReadingServices
{
    // Bodies kept on this instance's disk, compressed: about 20,000 posts.
    private const long MaxBodyCacheBytes = 128 << 20;

    public static IServiceCollection AddReading(this IServiceCollection services) =>
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
            .AddSingleton<LongKeeping>()
            .AddSingleton<Freshness>()
            .AddSingleton<AnswerCache>()
            .AddSingleton<Answers>()
            .AddSingleton<Bodies>()
            .AddSingleton<PublicUrls>()
            .AddSingleton<SearchIndexer>()
            .AddSingleton<SearchRefresh>()
            .AddSingleton(SnapshotPolicy.Usual)
            .AddSingleton<SnapshotSaver>();

    private static ScratchFolder MakeScratchFolder(IServiceProvider provider)
    {
        var folder = ScratchFolder.In(Path.GetTempPath());
        folder.ClearDead(provider.GetRequiredService<TimeProvider>());
        return folder;
    }
}
