using System.Diagnostics;
using Azure;
using KapFunctions.Settings;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Screen;
using KapFunctions.Standalone.Starting;

return await CommandLine.RunAsync(args, StartAsync);

static async Task<int> StartAsync(StartOptions options)
{
    using var signals = new StopSignals();
    var screen = new StartScreen();
    try
    {
        await RunAsync(options, screen, signals.Stopping);
    }
    catch (SettingsException wrong)
    {
        StartScreen.ShowFailures(wrong.Sentences);
        return 1;
    }
    catch (StartupException failure)
    {
        StartScreen.ShowFailure(failure.Message);
        return 1;
    }
    catch (RequestFailedException failure)
    {
        StartScreen.ShowFailure($"The storage failed: {failure.Message.Split('\n')[0]} Start again when it is well.");
        return 1;
    }
    catch (OperationCanceledException) when (signals.Stopping.IsCancellationRequested)
    {
        // Stopped before it was up.
    }

    screen.ShowStopped();
    return 0;
}

static async Task RunAsync(StartOptions options, StartScreen screen, CancellationToken stopping)
{
    ContentSource.Check(options);
    var settings = LocalSettings.Of(options);

    // Azurite takes a second and a half to start; the host is built meanwhile.
    var preparing = LocalStorage.PrepareAsync(settings.Storage, !options.NoAzurite, screen, stopping);
    var building = Task.Run(() => LocalHost.Build(options, settings, screen), CancellationToken.None);
    await using var storage = await preparing;
    await using var host = await building;

    var usesSamples = options.Content is null && await SampleContent.IsWantedAsync(settings.Storage.Content, stopping);
    await LocalHost.StartAsync(host, options, stopping);
    screen.Show(
        new(
            host.BaseAddress.AbsoluteUri.TrimEnd('/'),
            ContentSource.Describe(options, usesSamples),
            storage.Description,
            settings.Key.Value,
            settings.Key.Place,
            TimeProvider.System.GetLocalNow() - Process.GetCurrentProcess().StartTime
        )
    );

    var loggers = host.Services.GetRequiredService<ILoggerFactory>();
    await using var content = await ContentSource.StartAsync(options, usesSamples, settings.Storage, loggers, stopping);
    var ended = await Task.WhenAny(
        WhenStopped(stopping),
        storage.Ended,
        host.WaitForShutdownAsync(CancellationToken.None)
    );
    if (!stopping.IsCancellationRequested)
    {
        throw new StartupException(
            ended == storage.Ended
                ? "Azurite has ended unexpectedly. Start again."
                : "The host has stopped unexpectedly; the lines above say why."
        );
    }

    screen.ShowStopping();
}

static Task WhenStopped(CancellationToken stopping)
{
    var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    stopping.Register(stopped.SetResult);
    return stopped.Task;
}
