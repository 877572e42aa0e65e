using KapFunctions.Following.Cdn;
using KapFunctions.Following.Changes;
using KapFunctions.Following.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Following;

internal static class FollowingServices
{
    public static IServiceCollection AddFollowing(this IServiceCollection services) =>
        services
            .AddSingleton<ChangeFeed>()
            .AddSingleton<WebhookSignatures>()
            .AddSingleton<WebhookEventFactory>()
            .AddSingleton<WebhookDispatcher>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookReports>()
            .AddSingleton<CdnCache>()
            .AddSingleton<CdnPurger>();
}
