using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace KapFunctions.Browser.Site;

/// <summary>
/// The rest of the world: a Chromium for which every host but this machine is here, and what it says to any of them. Whoever
/// connects is heard, whatever becomes of the connection.
/// </summary>
internal sealed class Trap : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> heard = [];
    private readonly Task listening;
    private IPlaywright? playwright;
    private IBrowser? browser;

    private Trap()
    {
        listener.Start();
        listening = ListenAsync();
    }

    /// <summary>What was said, as far as it can be read: a request, or the host's name in a TLS greeting.</summary>
    public IReadOnlyCollection<string> Heard => heard;

    public IBrowser Browser => browser!;

    public static async Task<Trap> StartAsync()
    {
        var trap = new Trap();
        var port = ((IPEndPoint)trap.listener.LocalEndpoint).Port;
        trap.playwright = await Playwright.CreateAsync();
        trap.browser = await trap.playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium.Path,
                Args =
                [
                    "--no-sandbox",
                    $"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                ],
            }
        );
        return trap;
    }

    /// <summary>Waits until somebody has connected.</summary>
    public async Task WaitAsync()
    {
        for (var i = 0; i < 100 && heard.IsEmpty; i++)
        {
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        listener.Stop();
        await listening;
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                await HearAsync(client);
            }
            catch (Exception stopped) when (stopped is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task HearAsync(TcpClient client)
    {
        var said = new byte[2048];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var length = 0;
        try
        {
            length = await client.GetStream().ReadAsync(said, patience.Token);
        }
        catch (Exception silent) when (silent is IOException or OperationCanceledException)
        {
            // A connection without a word is one all the same.
        }

        heard.Enqueue(new([.. Encoding.Latin1.GetString(said, 0, length).Where(c => c is >= ' ' and <= '~')]));
    }
}
