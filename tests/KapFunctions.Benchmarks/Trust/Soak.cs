using System.Diagnostics;
using System.Globalization;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>
/// An hour of ordinary work: 200 posts, ten edits a second, six readers of everything. Nothing may be broken, and the last
/// ten minutes may hardly differ from minutes five to fifteen; of a shorter run, the last sixth from the second one.
/// </summary>
internal static class Soak
{
    private const int EditsASecond = 10;
    private const int Clients = 6;

    // The last window beside the first one.
    private const double MostMemory = 1.1;
    private const double MostFiles = 1.5;
    private const double MostTime = 1.2;

    public static async Task<int> RunAsync(int minutes)
    {
        var first = Window(minutes * 60.0 / 12, minutes);
        var last = Window(minutes * 60.0 - Length(minutes), minutes);
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        await StorageClients.FromConnectionString(azurite.ConnectionString).CreateMissingAsync();
        using var site = await TrialProcess.StartAsync("soak", azurite.ConnectionString);
        var versions = await OrdinarySite.PublishAsync(site.Http);
        var findings = new Findings();
        var begun = Stopwatch.GetTimestamp();
        double Now() => Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var answers = 0L;
        using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var readers = new Readers(
            () => site.Public,
            OrdinarySite.AnyAddress,
            (address, status, took) =>
            {
                Interlocked.Increment(ref answers);
                findings.Unless(status == 200, $"{address} answered {status}");
                first.At(Now())?.Times.Add(took);
                last.At(Now())?.Times.Add(took);
            }
        ).RunAsync(Clients, seed: 1, stopping.Token);
        var edits = EditAsync(site, versions, findings, stopping.Token);
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            first.At(Now())?.Note(site);
            last.At(Now())?.Note(site);
        }

        await readers;
        Console.WriteLine($"{answers} answers, {await edits} edits in {minutes} minutes");
        Console.WriteLine($"then: {first}");
        Console.WriteLine($"last: {last}");
        findings.Unless(last.Memory <= MostMemory * first.Memory, "memory grows");
        findings.Unless(last.Files <= MostFiles * first.Files, "temporary files grow");
        findings.Unless(last.Times.At(50) <= MostTime * first.Times.At(50), "p50 grows");
        findings.Unless(last.Times.At(99) <= MostTime * first.Times.At(99), "p99 grows");
        return findings.Report($"soak of {minutes} minutes");
    }

    private static double Length(int minutes) => minutes * 60.0 / 6;

    private static SoakWindow Window(double from, int minutes) => new(from, from + Length(minutes));

    /// <summary>Each post by one editor at a time, as its version asks for; a slow answer holds up its own post alone.</summary>
    private static async Task<int> EditAsync(
        TrialProcess site,
        string[] versions,
        Findings findings,
        CancellationToken stopping
    )
    {
        var running = new Task[OrdinarySite.Posts];
        Array.Fill(running, Task.CompletedTask);
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / EditsASecond));
        var edits = 0;
        while (!stopping.IsCancellationRequested)
        {
            await beat.WaitForNextTickAsync(CancellationToken.None);
            var post = edits % OrdinarySite.Posts;
            if (running[post].IsCompleted)
            {
                await running[post];
                running[post] = EditOneAsync(post, ++edits);
            }
        }

        await Task.WhenAll(running);
        return edits;

        async Task EditOneAsync(int post, int edit)
        {
            var saved = await Edits.SaveAsync(
                site.Http,
                OrdinarySite.PathOf(post),
                OrdinarySite.TextOf(post, edit),
                versions[post]
            );
            findings.Unless(saved.Version is not null, $"edit {edit} answered {saved.Status}: {saved.Said}");
            versions[post] = saved.Version ?? versions[post];
        }
    }
}

/// <summary>What was seen between two moments of the run, in seconds.</summary>
internal sealed class SoakWindow(double from, double to)
{
    private readonly List<long> memory = [];
    private readonly List<long> files = [];

    public Times Times { get; } = new();

    public double Memory => memory.Average();

    public double Files => files.Average();

    public SoakWindow? At(double seconds) => from <= seconds && seconds < to ? this : null;

    public void Note(TrialProcess site)
    {
        memory.Add(site.Memory);
        files.Add(site.TemporaryBytes);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Times.Count} answers, p50 {Times.At(50):0.0} ms, p99 {Times.At(99):0.0} ms, memory {Memory / 1e6:0} MB, temporary files {Files / 1e6:0.0} MB"
        );
}
