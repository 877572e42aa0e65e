using KapFunctions.Azure;
using KapFunctions.Settings;
using Microsoft.Extensions.Hosting;

// The entry point that Azure starts.
IHost worker;
try
{
    worker = WorkerHost.Build(args);
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

await worker.RunAsync();
return 0;
