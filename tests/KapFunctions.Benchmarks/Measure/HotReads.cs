using System.Diagnostics;
using System.Globalization;
using KapFunctions.Benchmarks.Delivery;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>
/// How long readers wait for what is read all the time: while nothing is published, and while ten posts a second are. They come
/// at a fixed rate, whether or not those before them have been answered, and their time counts from when they meant to come.
/// </summary>
internal static class HotReads
{
    private const int Rounds = 5;
    private const int ReadsASecond = 100;
    private const int PostsASecond = 10;
    private const double Bar = 3;

    // Saved in turn, so that the site does not grow.
    private const int Posts = 50;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private static readonly string[] Addresses = ["/", "/post-1/", "/api/posts/post-1/html", "/rss.xml"];

    /// <returns>Whether the median of the rounds' ratios keeps to the bar.</returns>
    public static async Task<bool> MeasureAsync()
    {
        var work = Directory.CreateTempSubdirectory("kap-benchmark-");
        try
        {
            return await MeasureAsync(work.FullName);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(string work)
    {
        await using var site = await SmallSite.StartAsync(work);
        var storage = StorageClients.FromConnectionString(site.ConnectionString);
        using var http = new HttpClient { BaseAddress = new(site.Server.Url) };
        // The first answers wait for the compiler.
        await BesideAsync(http, storage);

        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var idle = await ReadAsync(http);
            var beside = await BesideAsync(http, storage);
            ratios.Add(At(beside, 99) / At(idle, 99));
            Print($"round {round}: idle {Told(idle)}; beside publishing {Told(beside)}; p99 ratio {ratios[^1]:0.00}");
        }

        var median = ratios.Order().ElementAt(Rounds / 2);
        Print($"median of the p99 ratios {median:0.00} (bar: {Bar:0})");
        return median <= Bar;
    }

    private static async Task<double[]> BesideAsync(HttpClient http, StorageClients storage)
    {
        var reading = ReadAsync(http);
        var published = 0;
        var started = Stopwatch.GetTimestamp();
        for (; !reading.IsCompleted; published++)
        {
            var text = $"---\ntitle: New {published}\ntags: [new]\n---\nWritten at {Stopwatch.GetTimestamp()}.\n";
            await storage
                .Content.GetBlobClient($"posts/new-{published % Posts}.md")
                .UploadAsync(BinaryData.FromString(text), overwrite: true);
            await UntilAsync(started, TimeSpan.FromSeconds((published + 1d) / PostsASecond));
        }

        return published >= Round.TotalSeconds * PostsASecond * 0.95
            ? await reading
            : throw new InvalidOperationException($"Only {published} posts were uploaded.");
    }

    /// <summary>Milliseconds of each read, the shortest first.</summary>
    private static async Task<double[]> ReadAsync(HttpClient http)
    {
        var started = Stopwatch.GetTimestamp();
        var reads = new List<Task<double>>();
        for (var number = 0; number < Round.TotalSeconds * ReadsASecond; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / ReadsASecond);
            await UntilAsync(started, due);
            reads.Add(ReadAsync(http, Addresses[number % Addresses.Length], started, due));
        }

        var milliseconds = await Task.WhenAll(reads);
        Array.Sort(milliseconds);
        return milliseconds;
    }

    private static async Task<double> ReadAsync(HttpClient http, string address, long started, TimeSpan due)
    {
        using var reply = await http.GetAsync(address);
        reply.EnsureSuccessStatusCode();
        return (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
    }

    private static async Task UntilAsync(long started, TimeSpan due)
    {
        if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early)
        {
            await Task.Delay(early);
        }
    }

    private static string Told(double[] milliseconds) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {At(milliseconds, 50):0.0} ms, p99 {At(milliseconds, 99):0.0} ms"
        );

    private static double At(double[] sorted, int percent) => sorted[(sorted.Length - 1) * percent / 100];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
