using KapFunctions;
using KapFunctions.Http;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The entry point that Azure starts; built only with -p:FunctionsWorker=official.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WorkerProblemMiddleware>();
builder.Services.Configure<KestrelServerOptions>(kestrel =>
    kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytesOfServer
);
try
{
    builder.Services.AddKapFunctions(builder.Configuration);
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

builder.Build().Run();
return 0;
