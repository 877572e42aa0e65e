using KapFunctions;
using KapFunctions.Http;
using KapFunctions.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The entry point that Azure starts; built only with -p:FunctionsWorker=official.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WorkerProblemMiddleware>();
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
