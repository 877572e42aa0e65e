using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Benchmarks.Delivery.Rows;

/// <summary>Questions that nobody asked before, by <c>query</c>; of each sort the worst p99.</summary>
internal sealed class Queries(string work, Report report)
{
    public async Task MeasureAsync()
    {
        var posts = LargeSite.Posts.ToString(CultureInfo.InvariantCulture);
        var lists = await RunAsync(posts);
        Worst("lists by tag, author, date, featured, slug and pairs: worst p99", lists, bar: 15);
        Worst("lists that scan (matches, negations, odd orders): worst p99", lists, bar: 40);
        var searches = await RunAsync("search");
        Worst("search in 10,000 posts, ordinary words: worst p99", searches, bar: 15);
        Worst("search in 10,000 posts, common words and prefixes: worst p99", searches, bar: 80);
    }

    private void Worst(string what, IReadOnlyList<(double P99, double Bar)> measured, double bar) =>
        report.AtMost(what, measured.Where(one => one.Bar == bar).Max(one => one.P99), bar, "ms");

    private async Task<IReadOnlyList<(double P99, double Bar)>> RunAsync(string argument)
    {
        var results = Path.Combine(work, $"queries-{argument}");
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["query", argument]);
        start.Environment["KAP_MEASURED"] = results;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"query {argument} ended with {process.ExitCode}.");
        }

        return
        [
            .. (await File.ReadAllLinesAsync(results))
                .Select(line => line.Split('\t'))
                .Select(fields => (Number(fields[1]), Number(fields[2]))),
        ];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
