using System.Collections.Concurrent;
using System.Diagnostics;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>Clients that ask for one address after another, drawn at random, until they are told to stop.</summary>
/// <param name="http">Of the site.</param>
/// <param name="next">Draws an address.</param>
/// <param name="seen">Hears of each answer: its status, 0 where there was none, and how many milliseconds it took.</param>
/// <param name="pause">Of each client behind an answer.</param>
internal sealed class Readers(
    Func<HttpClient> http,
    Func<Random, string> next,
    Action<string, int, double> seen,
    TimeSpan pause = default
)
{
    public Task RunAsync(int clients, int seed, CancellationToken stopping) =>
        Task.WhenAll(
            Enumerable.Range(0, clients).Select(client => Task.Run(() => ReadAsync(new(seed + client), stopping)))
        );

    private async Task ReadAsync(Random random, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var address = next(random);
            var begun = Stopwatch.GetTimestamp();
            var status = await AskAsync(address);
            seen(address, status, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            await Task.Delay(pause, CancellationToken.None);
        }
    }

    private async Task<int> AskAsync(string address)
    {
        try
        {
            using var reply = await http().GetAsync(address, CancellationToken.None);
            await reply.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            return (int)reply.StatusCode;
        }
        catch (Exception broken)
            when (broken is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException
            )
        {
            return 0;
        }
    }
}

/// <summary>Times of answers in milliseconds.</summary>
internal sealed class Times
{
    private readonly ConcurrentBag<double> all = [];

    public int Count => all.Count;

    public void Add(double milliseconds) => all.Add(milliseconds);

    public double At(int percent)
    {
        var sorted = all.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[(sorted.Length - 1) * percent / 100];
    }
}

/// <summary>How many answers had which status; 0 where there was none.</summary>
internal sealed class Statuses
{
    private readonly ConcurrentDictionary<int, int> all = [];

    public void Add(int status) => all.AddOrUpdate(status, 1, (_, count) => count + 1);

    public override string ToString() =>
        string.Join(", ", all.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} × {pair.Key}"));
}
