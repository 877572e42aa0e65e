using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Following.Webhooks;

/// <summary>What webhooks need.</summary>
internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services
            .AddSingleton<WebhookSignatures>()
            .AddSingleton<WebhookEvents>()
            .AddSingleton<WebhookDispatcher>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookReports>();
}
