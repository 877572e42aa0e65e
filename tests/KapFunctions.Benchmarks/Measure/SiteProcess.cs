using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>Standalone in a process of its own, whose memory is nobody else's.</summary>
internal sealed class SiteProcess : IDisposable
{
    private const string Key = "key-of-the-measurements";

    private readonly Process process;

    private SiteProcess(Process process, string address)
    {
        this.process = process;
        Http = new() { BaseAddress = new(address) };
    }

    public HttpClient Http { get; }

    public static async Task<SiteProcess> StartAsync(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "KapFunctions.Standalone.dll"),
                "--connection",
                connectionString,
                "--urls",
                "http://127.0.0.1:0",
                "--no-azurite",
            },
            RedirectStandardOutput = true,
        };
        start.Environment["Editor__OwnerKey"] = Key;
        var process = Process.Start(start)!;
        return new(process, await ReadAddressAsync(process));
    }

    /// <summary>Megabytes as the kernel counts them: <c>VmHWM</c>, the peak, and <c>VmRSS</c>.</summary>
    public async Task<(int Peak, int Now)> TakenAsync()
    {
        var status = await File.ReadAllLinesAsync($"/proc/{process.Id}/status");
        return (Megabytes("VmHWM"), Megabytes("VmRSS"));

        int Megabytes(string name)
        {
            var line = status.First(one => one.StartsWith(name, StringComparison.Ordinal));
            var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
            return int.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        process.Kill();
        process.Dispose();
    }

    private static async Task<string> ReadAddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("  Site", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return line.Split(' ')[^1];
            }
        }

        throw new InvalidOperationException("Standalone did not start.");
    }
}
