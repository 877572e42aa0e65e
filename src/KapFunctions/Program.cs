using KapFunctions;
using KapFunctions.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The entry point that Azure starts; built only with -p:FunctionsWorker=official.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WorkerProblemMiddleware>();
builder.Services.AddKapFunctions(builder.Configuration);
builder.Build().Run();
