using KapFunctions.Storage.Account;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KapFunctions.Settings;

/// <summary>Every setting, read once and checked at the start; each record of options is a service.</summary>
internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration);
        var storage = settings.Read(StorageClients.Read);
        services
            .AddSingleton(SiteOptions.Read(settings))
            .AddSingleton(GhostOptions.Read(settings))
            .AddSingleton(PreviewOptions.Read(settings))
            .AddSingleton(WebhookOptions.Read(settings))
            .AddSingleton(EntraOptions.Read(settings))
            .AddSingleton(EditorKeyOptions.Read(settings))
            .AddSingleton(CdnOptions.Read(settings))
            .AddSingleton(CorsOptions.Read(settings));
        settings.ThrowIfWrong();
        services.TryAddSingleton(storage!);
        return services;
    }
}
