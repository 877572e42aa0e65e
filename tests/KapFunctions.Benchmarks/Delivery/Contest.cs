namespace KapFunctions.Benchmarks.Delivery;

/// <summary>Who answers how many requests a second, asked in turns, since the machine's mood changes by the minute.</summary>
internal static class Contest
{
    private const int Rounds = 5;
    private const int Seconds = 3;
    private const int WarmSeconds = 3;

    /// <summary>For each contender its median; and the median, over the rounds, of the first one's rate by that contender's.</summary>
    public static async Task<IReadOnlyList<Standing>> RunAsync(IReadOnlyList<string> urls, params string[] headers)
    {
        foreach (var url in urls)
        {
            await Wrk.MeasureAsync(url, WarmSeconds, headers);
        }

        var rates = new double[urls.Count][];
        for (var at = 0; at < urls.Count; at++)
        {
            rates[at] = new double[Rounds];
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var at = 0; at < urls.Count; at++)
            {
                rates[at][round] = await Wrk.MeasureAsync(urls[at], Seconds, headers);
            }
        }

        return
        [
            .. rates.Select(own => new Standing(
                Median(own),
                Median(rates[0].Zip(own, (first, other) => first / other))
            )),
        ];
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}

/// <summary>How one contender did.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="Ratio">The first contender's rate by this one's.</param>
internal sealed record Standing(double Rate, double Ratio);
