using KapFunctions.Delivery.Feeds;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Markdown;
using KapFunctions.Delivery.Media;
using KapFunctions.Delivery.Posts;
using KapFunctions.Delivery.Search;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Delivery;

internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton<MarkdownAnswers>()
            .AddSingleton<PostAnswers>()
            .AddSingleton<ContentCollections>()
            .AddSingleton<PictureForms>()
            .AddSingleton<PublicMedia>()
            .AddSingleton<MediaAnswers>()
            .AddSingleton<ListAnswers>()
            .AddSingleton<FeedAnswers>()
            .AddSingleton<SitemapAnswers>()
            .AddSingleton<SearchAnswers>()
            .AddSingleton<GhostKeys>()
            .AddSingleton<GhostSettings>()
            .AddSingleton<GhostContent>();
}
