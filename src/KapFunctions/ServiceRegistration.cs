using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions;

/// <summary>What the functions need, for both hosts.</summary>
public static class ServiceRegistration
{
    /// <summary>Adds the services of the function app.</summary>
    public static IServiceCollection AddKapFunctions(this IServiceCollection services, IConfiguration configuration) =>
        services;
}
