using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Trust.Hostile;

/// <summary>
/// Generated inputs of every kind, one after the other, into a site that may hold no more than the documentation recommends,
/// on one core, while readers go on reading. Each is published, or there is a problem; nobody notices but its author.
/// </summary>
internal sealed class HostileTrial : IDisposable
{
    private const long Memory = 512L << 20;
    private const int Clients = 8;
    private const int Addresses = 200;
    private const double MostMilliseconds = 250;
    private const int Shown = 10;

    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(2);

    /// <summary>Eight readers without a pause keep a core busy by themselves.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>For what goes on behind an answer: the search, smaller forms of a picture.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    private readonly AzuriteProcess azurite;
    private readonly MemoryJail jail;
    private readonly Findings findings = new();
    private readonly HostileTable table = new();
    private readonly Dictionary<string, string> versions = [];
    private readonly List<HostileInput> slow = [];
    private readonly ConcurrentQueue<(double Took, string What)> late = new();
    private TrialProcess site;
    private HostileInput? current;
    private long peak;
    private int ends;

    private HostileTrial(AzuriteProcess azurite, MemoryJail jail, TrialProcess site)
    {
        this.azurite = azurite;
        this.jail = jail;
        this.site = site;
    }

    public static async Task<int> RunAsync(int seed, int count, TimeSpan most)
    {
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        await StorageClients.FromConnectionString(azurite.ConnectionString).CreateMissingAsync();
        using var jail = MemoryJail.Make(Memory);
        using var trial = new HostileTrial(azurite, jail, await StartAsync(azurite, jail));
        return await trial.TryAsync(seed, count, most);
    }

    public void Dispose() => site.Dispose();

    private async Task<int> TryAsync(int seed, int count, TimeSpan most)
    {
        Console.WriteLine($"seed {seed}, {count} of each kind, {Memory >> 20} MiB by {jail.Kind}, one core");
        await OrdinarySite.PublishAsync(site.Http);
        var drawn = new Random(seed);
        var addresses = Enumerable
            .Repeat(0, int.MaxValue)
            .Select(_ => OrdinarySite.AnyAddress(drawn))
            .Distinct()
            .Take(Addresses)
            .ToArray();
        using var stopping = new CancellationTokenSource();
        var (times, statuses) = (new Times(), new Statuses());
        var readers = new Readers(
            () => site.Public,
            random => addresses[random.Next(addresses.Length)],
            (address, status, took) =>
            {
                times.Add(took);
                statuses.Add(status);
                if (took > MostMilliseconds)
                {
                    late.Enqueue((took, $"{address} beside {current?.Kind} {current?.Number}"));
                }

                findings.Unless(
                    status is not (0 or 500) || site.HasEnded,
                    $"{address} answered {status} after {took:0} ms beside {current?.Kind} {current?.Number}"
                );
            },
            Pause
        ).RunAsync(Clients, seed, stopping.Token);
        var begun = Stopwatch.GetTimestamp();
        foreach (var input in HostileInput.All(seed, count).TakeWhile(_ => Stopwatch.GetElapsedTime(begun) < most))
        {
            await TryAsync(input);
        }

        await stopping.CancelAsync();
        await readers;
        await TryAloneAsync();
        table.Write();
        Console.WriteLine(
            $"answers to readers: {statuses}; p50 {times.At(50):0} ms, p99 {times.At(99):0} ms; the site's peak {peak >> 20} MiB, {ends} ends; {jail.Describe()}"
        );
        foreach (var (took, what) in late.OrderByDescending(one => one.Took).Take(Shown))
        {
            Console.WriteLine($"{took:0} ms: {what}");
        }

        findings.Unless(times.At(99) <= MostMilliseconds, $"p99 of readers is {times.At(99):0} ms");
        // A control group ends what takes more; without one it is what the kernel saw, files that others share among it.
        findings.Unless(jail.IsEnforced || peak <= Memory, $"{peak >> 20} MiB were resident");
        return findings.Report("hostile inputs");
    }

    private async Task TryAsync(HostileInput input)
    {
        current = input;
        var before = site.ProcessorTime;
        table.Add(input.Kind, await SaveAsync(input));

        if (site.HasEnded)
        {
            ends++;
            findings.Add($"{input.Keep()} ended the process");
            versions.Clear();
            site.Dispose();
            site = await StartAsync(azurite, jail);
        }
        else
        {
            peak = Math.Max(peak, site.PeakMemory);
            if (site.ProcessorTime - before > MostProcessorTime)
            {
                slow.Add(input);
            }
        }
    }

    /// <summary>What took long took the readers' time as well, so it counts once it takes long without them.</summary>
    private async Task TryAloneAsync()
    {
        Console.WriteLine($"{slow.Count} are tried again without readers");
        foreach (var input in slow)
        {
            if (input.Kind == "site.yaml")
            {
                // New settings render every other hostile post anew; the same once more are read and nothing else.
                await SaveAsync(input);
                await BecomeIdleAsync();
            }

            var before = site.ProcessorTime;
            await SaveAsync(input with { Path = input.Path.Replace("hostile-", "alone-", StringComparison.Ordinal) });
            await Task.Delay(Afterwards);
            var took = site.ProcessorTime - before;
            table.Note(input.Kind, took);
            findings.Unless(
                took <= MostProcessorTime,
                $"{input.Keep()} took {took.TotalSeconds:0.0} s of the processor"
            );
        }
    }

    private async Task BecomeIdleAsync()
    {
        TimeSpan before;
        do
        {
            before = site.ProcessorTime;
            await Task.Delay(Afterwards);
        } while (site.ProcessorTime - before > Afterwards / 10);
    }

    private async Task<string> SaveAsync(HostileInput input)
    {
        try
        {
            return await SaveAndLookAsync(input);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException)
        {
            findings.Add($"{input.Keep()} got no answer: {broken.Message}");
            return "unanswered";
        }
    }

    private async Task<string> SaveAndLookAsync(HostileInput input)
    {
        var replaced = versions.GetValueOrDefault(input.Path) ?? await Edits.VersionAsync(site.Http, input.Path);
        var saved = await Edits.SaveAsync(site.Http, input.Path, input.Bytes, replaced);
        if (saved.Version is null)
        {
            findings.Unless(saved.Status is >= 400 and < 500, $"{input.Keep()} answered {saved.Status}: {saved.Said}");
            return $"answered {saved.Status}";
        }

        versions[input.Path] = saved.Version;
        using var said = JsonDocument.Parse(saved.Said);
        var post = said.RootElement.GetProperty("post");
        var problems = said.RootElement.GetProperty("problems").GetArrayLength();
        await LookAsync(input, post);
        var isTold = problems > 0 || input.Kind != "post" || post.ValueKind == JsonValueKind.Object;
        findings.Unless(isTold, $"{input.Keep()} is neither published nor a problem: {saved.Said}");
        return problems > 0 ? "with problems" : "published";
    }

    /// <summary>A post that publishes can be shown; a picture is asked for in a size that is to be made.</summary>
    private async Task LookAsync(HostileInput input, JsonElement post)
    {
        if (input.Kind == "picture")
        {
            using var whole = await site.Public.GetAsync("/" + input.Path);
            using var small = await site.Public.GetAsync($"/{input.Path}?width=640");
            findings.Unless(
                (int)whole.StatusCode < 500 && (int)small.StatusCode < 500,
                $"{input.Keep()} is answered {(int)whole.StatusCode} and {(int)small.StatusCode}"
            );
        }
        else if (
            post.ValueKind == JsonValueKind.Object
            && post.GetProperty("online").GetBoolean()
            && Uri.TryCreate(post.GetProperty("url").GetString(), UriKind.RelativeOrAbsolute, out var address)
        )
        {
            var path = address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;
            using var page = await site.Public.GetAsync(path);
            findings.Unless(
                (int)page.StatusCode == 200,
                $"{input.Keep()} is online, and {path} answers {(int)page.StatusCode}"
            );
        }
    }

    private static Task<TrialProcess> StartAsync(AzuriteProcess azurite, MemoryJail jail) =>
        TrialProcess.StartAsync("hostile", azurite.ConnectionString, jail);
}
