using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Publishing.Posts;
using KapFunctions.Publishing.Repair;
using KapFunctions.Publishing.Schedule;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Publishing;

internal static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<CurrentSite>()
            .AddSingleton<FollowerSignal>()
            .AddSingleton<RenderLimiter>()
            .AddSingleton<SourceRenderer>()
            .AddSingleton(services =>
                NeighbourSource.From(
                    services.GetRequiredService<IndexReader>(),
                    services.GetRequiredService<ContentStore>(),
                    services.GetRequiredService<CurrentSite>()
                )
            )
            .AddSingleton<NeighbourReader>()
            .AddSingleton<PostReviews>()
            .AddSingleton<PostOriginals>()
            .AddSingleton<FileHistories>()
            .AddSingleton<PostPublisher>()
            .AddSingleton<MediaPublisher>()
            .AddSingleton<ThemePublisher>()
            .AddSingleton<RedirectsPublisher>()
            .AddSingleton<SitePublisher>()
            .AddSingleton<Publisher>()
            .AddSingleton<NextFiles>()
            .AddSingleton<NextPublisher>()
            .AddSingleton<Rebuilder>()
            .AddSingleton<DueAnnouncer>()
            .AddSingleton<OutdatedPosts>()
            .AddSingleton<IndexCompletion>()
            .AddSingleton<Reconciler>()
            .AddSingleton<Sweeper>();
}
