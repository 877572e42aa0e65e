using KapFunctions.Site.Theme;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Site;

internal static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services) =>
        services.AddSingleton<ThemeCache>().AddSingleton<SitePages>().AddSingleton<DraftPages>();
}
