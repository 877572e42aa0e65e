using KapFunctions.Http;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Azure;

internal static class WorkerHost
{
    /// <exception cref="SettingsException">Some setting is missing or wrong; all of them are named.</exception>
    public static IHost Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<WorkerProblemMiddleware>();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytesOfServer
        );
        // Each line that reaches the host is stored and paid for; of each request the host keeps a record anyway.
        foreach (var others in new[] { "Azure", "Microsoft", "System" })
        {
            builder.Logging.AddFilter(others, LogLevel.Warning);
        }

        builder.Services.AddKapFunctions(builder.Configuration);
        return builder.Build();
    }
}
