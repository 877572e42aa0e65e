using System.Net;
using System.Net.Sockets;
using KapFunctions.Standalone.Machine;

namespace KapFunctions.Standalone.Tests.Starting;

/// <summary>Ports at which the command is to start an Azurite of its own, and the folder that it keeps there.</summary>
internal sealed class OwnEmulator : IDisposable
{
    private const string Key = Azurite.Emulator.AccountKey;

    private readonly int[] ports = FreePorts();

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1;";

    public int QueuePort => ports[1];

    /// <summary>Waits until nobody listens there any more.</summary>
    public async Task EndsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await ListensAsync(ports[0], patience.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var folder = Path.Combine(Repository.StateFolder, $"azurite-{ports[0]}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }
}
