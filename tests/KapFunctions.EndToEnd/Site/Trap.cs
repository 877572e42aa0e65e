using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace KapFunctions.EndToEnd.Site;

/// <summary>
/// The rest of the world: a Chromium for which every host but this machine is here, and what it says to any of them. Whoever
/// connects is heard, whatever becomes of the connection.
/// </summary>
internal sealed class Trap : IAsyncDisposable
{
    /// <summary>Hosts that the browser itself asks for updates and the like, whatever page is open.</summary>
    private static readonly string[] Makers = ["googleapis.com", "google.com", "gvt1.com", "gstatic.com"];

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
                    "--disable-background-networking",
                    "--disable-component-update",
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
            catch (Exception stopped) when (stopped is InvalidOperationException or SocketException)
            {
                return;
            }
        }
    }

    private async Task HearAsync(TcpClient client)
    {
        var said = "";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            said = await ReadAsync(client.GetStream(), patience.Token);
        }
        catch (Exception silent) when (silent is IOException or OperationCanceledException)
        {
            // A connection without a word is one all the same.
        }

        if (!Array.Exists(Makers, maker => said.Contains(maker, StringComparison.Ordinal)))
        {
            heard.Enqueue(said);
        }
    }

    /// <summary>A request's beginning, or a whole greeting of TLS, which may come in pieces: its length stands in its head.</summary>
    private static async Task<string> ReadAsync(NetworkStream from, CancellationToken cancellation)
    {
        const byte handshake = 22;
        const int head = 5;
        var said = new byte[16 * 1024];
        var length = await from.ReadAtLeastAsync(said, head, throwOnEndOfStream: false, cancellation);
        if (length >= head && said[0] == handshake)
        {
            var rest = said.AsMemory(length);
            var missing = head + (said[3] << 8 | said[4]) - length;
            length += missing > 0 ? await from.ReadAtLeastAsync(rest, missing, false, cancellation) : 0;
        }

        return new([.. Encoding.Latin1.GetString(said, 0, length).Where(c => c is >= ' ' and <= '~')]);
    }
}
