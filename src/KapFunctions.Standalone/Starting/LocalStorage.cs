using Azure;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Screen;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Starting;

/// <summary>An account, an emulator that runs already, or one of our own.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private readonly AzuriteProcess? own;

    private LocalStorage(string description, AzuriteProcess? own)
    {
        Description = description;
        this.own = own;
    }

    public string Description { get; }

    /// <summary>Completes when the emulator that was started here has ended.</summary>
    public Task Ended => own?.Ended ?? Task.Delay(Timeout.Infinite);

    /// <summary>Creates what is missing in the storage.</summary>
    /// <exception cref="StartupException">There is no storage to work with; the message says why.</exception>
    public static async Task<LocalStorage> PrepareAsync(
        StorageClients clients,
        bool mayStartAzurite,
        StartScreen screen,
        CancellationToken cancellation
    )
    {
        var storage = await FindAsync(clients, mayStartAzurite, screen, cancellation);
        try
        {
            await clients.CreateMissingAsync(cancellation);
            return storage;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            await storage.DisposeAsync();
            throw new StartupException(
                $"The storage at {clients.Blobs.Uri} cannot be used: {FirstLine(failure)} Check the connection string, and that the storage is running.",
                failure
            );
        }
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<LocalStorage> FindAsync(
        StorageClients clients,
        bool mayStartAzurite,
        StartScreen screen,
        CancellationToken cancellation
    )
    {
        var address = clients.Blobs.Uri;
        if (!address.IsLoopback || clients.Blobs.AccountName != Emulator.AccountName)
        {
            return new($"{clients.Blobs.AccountName} at {address}", own: null);
        }

        switch (await AzuriteProbe.AskAsync(address, cancellation))
        {
            case Listening.Azurite:
                return new($"the Azurite that was running at {address.Authority}", own: null);
            case Listening.Other when address.Port == Emulator.BlobPort:
                throw AzuriteFailure.PortTaken(Emulator.BlobPort);
            case Listening.Other:
                return new($"the storage at {address.Authority}", own: null);
            case Listening.None when !mayStartAzurite:
                throw new StartupException(
                    $"Nothing listens at {address.Authority}. Start Azurite there, leave out --no-azurite, or give --connection with the storage to use."
                );
            default:
                Repository.ShutStateFolder();
                var folder = Path.Combine(
                    Repository.StateFolder,
                    address.Port == Emulator.BlobPort ? "azurite" : $"azurite-{address.Port}"
                );
                var own = await screen.ShowInstallationAsync(installing =>
                    AzuriteProcess.StartAsync(folder, AzuritePorts.Of(clients), installing, cancellation)
                );
                var kept = Path.GetRelativePath(Environment.CurrentDirectory, folder);
                return new($"Azurite at {address.Authority}, started here (data in {kept})", own);
        }
    }

    private static string FirstLine(Exception failure)
    {
        var message = (failure as AggregateException)?.InnerExceptions[^1].Message ?? failure.Message;
        return message.Split('\n')[0].Trim().TrimEnd('.') + ".";
    }
}
