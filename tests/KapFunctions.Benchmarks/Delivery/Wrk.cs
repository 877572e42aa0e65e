using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Benchmarks.Delivery;

/// <summary>The load generator: https://github.com/wg/wrk (Debian's package wrk).</summary>
internal static partial class Wrk
{
    private const int Connections = 32;

    /// <summary>Requests a second that <paramref name="url"/> answers, all of them well.</summary>
    public static async Task<double> MeasureAsync(string url, int seconds, params string[] headers)
    {
        string[] arguments =
        [
            "--threads",
            "1",
            "--connections",
            Connections.ToString(CultureInfo.InvariantCulture),
            "--duration",
            $"{seconds}s",
            .. headers.SelectMany(header => new[] { "--header", header }),
            url,
        ];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (
            process.ExitCode != 0
            || printed.Contains("Non-2xx", StringComparison.Ordinal)
            || printed.Contains("Socket errors", StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException($"wrk against {url} failed:\n{printed}");
        }

        return double.Parse(RequestsPerSecond().Match(printed).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s*([0-9.]+)")]
    private static partial Regex RequestsPerSecond();
}
