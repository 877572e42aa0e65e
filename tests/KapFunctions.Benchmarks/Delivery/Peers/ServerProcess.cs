using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KapFunctions.Benchmarks.Delivery.Peers;

/// <summary>A server in a process of its own, on a free port of this machine; disposing ends it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(string name, Process process, int port) =>
        (Name, this.process, Url) = (name, process, Address(port));

    public string Name { get; }

    public string Url { get; }

    /// <summary>Its resident memory as the kernel counts it, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    /// <summary>Starts a program that takes its port as an argument.</summary>
    public static ServerProcess Start(
        string name,
        string program,
        Func<int, string[]> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments(port))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        // Nobody reads what it prints, but a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(name, process, port);
    }

    /// <summary>Starts this program once more, with other arguments.</summary>
    public static ServerProcess StartSelf(string name, Func<int, string[]> arguments) =>
        Start(name, Environment.ProcessPath!, arguments);

    /// <summary>Waits until it answers 200 at <paramref name="path"/>.</summary>
    public Task WaitAsync(string path) => WaitAsync(Url + path, () => process.HasExited);

    /// <summary>Waits until somebody answers 200 at <paramref name="url"/>.</summary>
    public static async Task WaitAsync(string url, Func<bool> hasEnded)
    {
        var start = Stopwatch.GetTimestamp();
        using var http = new HttpClient { Timeout = Patience };
        while (!await AnswersAsync(http, url))
        {
            if (hasEnded() || Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"Nobody answers at {url}.");
            }

            await Task.Delay(2);
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string url)
    {
        try
        {
            using var reply = await http.GetAsync(url);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
