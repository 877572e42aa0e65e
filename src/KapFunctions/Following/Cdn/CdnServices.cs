using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Following.Cdn;

/// <summary>What the cache in front needs.</summary>
internal static class CdnServices
{
    public static IServiceCollection AddCdn(this IServiceCollection services) =>
        services.AddSingleton<CdnCache>().AddSingleton<CdnPurger>();
}
