using KapFunctions.Benchmarks.Delivery.Peers;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Delivery.Rows;

/// <summary>
/// What one hot answer allocates, the HTTP server's part included: all that this process allocates while it answers from a
/// host inside it, by the number of its answers.
/// </summary>
internal sealed class Allocation(Report report)
{
    private const int Seconds = 3;

    public async Task MeasureAsync(SmallSite site)
    {
        await using var host = await StandaloneHost.StartAsync(
            new()
            {
                Urls = "http://127.0.0.1:0",
                Settings = new Dictionary<string, string?>
                {
                    [StorageNames.Connection] = site.ConnectionString,
                    ["Editor:OwnerKey"] = "key-of-the-benchmarks",
                },
            }
        );
        foreach (
            var (what, path) in new[] { ("an article as HTML", HotAnswers.Html), ("Ghost's list", HotAnswers.List) }
        )
        {
            var url = host.BaseAddress + path[1..];
            await ServerProcess.WaitAsync(url, () => false);
            await Wrk.MeasureAsync(url, Seconds);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var rate = await Wrk.MeasureAsync(url, Seconds);
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            report.AtMost($"allocation of one hot answer: {what}", allocated / (rate * Seconds), 2048, "bytes");
        }
    }
}
