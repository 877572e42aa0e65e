using System.Net.Sockets;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Screen;
using Microsoft.AspNetCore.Connections;

namespace KapFunctions.Standalone.Starting;

internal static class LocalHost
{
    public static StandaloneHost Build(StartOptions options, LocalSettings settings, StartScreen screen) =>
        StandaloneHost.Build(
            new()
            {
                Urls = options.Urls,
                Settings = settings.Added,
                ConfigureServices = services => services.AddSingleton(settings.Storage),
                ConfigureLogging = logging =>
                    logging
                        .AddFilter<ScreenLogging>(ScreenLogging.IsShown)
                        .AddProvider(new ScreenLogging(screen, TimeProvider.System)),
            }
        );

    /// <exception cref="StartupException">It cannot listen there; the message says why.</exception>
    public static async Task StartAsync(StandaloneHost host, StartOptions options, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new StartupException(
                $"{options.Urls} is taken by another program. End that one, or choose another address: --urls http://localhost:7072",
                failure
            );
        }
        catch (Exception failure)
            when (failure is FormatException or IOException or SocketException or InvalidOperationException)
        {
            throw new StartupException(
                $"Cannot listen at {options.Urls}: {failure.Message.TrimEnd('.')}. Give --urls an address of this machine, such as http://localhost:7072.",
                failure
            );
        }
    }
}
