using System.Diagnostics;
using KapFunctions.Benchmarks.Delivery.Peers;

namespace KapFunctions.Benchmarks.Delivery.Rows;

/// <summary>
/// How much longer than a bare host we take from the start of the process until we are ready, both published the same way.
/// </summary>
internal sealed class Starts(Published published, Report report)
{
    private const int Rounds = 5;

    public async Task MeasureAsync(string what, string connectionString, double bar)
    {
        // The first starts fill the disk's cache.
        await TimeAsync(published.StartBare);
        await TimeAsync(() => published.StartOwn(connectionString));
        var over = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var bare = await TimeAsync(published.StartBare);
            var own = await TimeAsync(() => published.StartOwn(connectionString));
            over.Add((own - bare).TotalSeconds);
        }

        report.AtMost(what, over.Order().ElementAt(Rounds / 2), bar, "s");
    }

    private static async Task<TimeSpan> TimeAsync(Func<ServerProcess> start)
    {
        var begun = Stopwatch.GetTimestamp();
        using var server = start();
        await server.WaitAsync("/api/health/ready");
        return Stopwatch.GetElapsedTime(begun);
    }
}
