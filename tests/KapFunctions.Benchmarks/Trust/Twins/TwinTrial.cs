using System.Globalization;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Trust.Twins;

/// <summary>
/// Random writers and readers over two instances of one account, one of which may be killed again and again: nothing older
/// than the same instance showed before, no half, nothing missing that exists, and both the same soon after the end. The one
/// that is killed may be of another release, every other time: then what they show is the same text, not the same answer.
/// </summary>
internal static class TwinTrial
{
    private const int Posts = 60;
    private const int Media = 6;
    private const int Writers = 6;
    private const int Readers = 8;
    private const int Killed = 1;

    private static readonly TimeSpan MostToConverge = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DeadFor = TimeSpan.FromSeconds(2);

    private static readonly string[] Shared =
    [
        "/",
        "/archive/",
        "/rss.xml",
        "/atom.xml",
        "/feed.json",
        "/sitemap.xml",
        "/api/posts?limit=all",
        "/api/posts?limit=15&page=2",
        "/api/archive",
        "/api/changes",
        "/api/search?q=text",
    ];

    /// <param name="release">The built Standalone of another release.</param>
    public static async Task<int> RunAsync(int seed, int minutes, int kills, string? release = null)
    {
        Console.WriteLine($"seed {seed}, {minutes} minutes, {kills} kills");
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        await storage
            .Content.GetBlobClient("site.yaml")
            .UploadAsync(BinaryData.FromString("title: Twins\nurl: https://twins.example\n"));
        using var sites = new TwinSites(azurite.ConnectionString);
        await sites.StartAsync(0);
        await sites.StartAsync(Killed, release);
        TwinFile[] files =
        [
            .. Enumerable.Range(0, Posts).Select(number => new TwinFile(number, isMedia: false)),
            .. Enumerable.Range(Posts, Media).Select(number => new TwinFile(number, isMedia: true)),
        ];
        TwinWriter[] writers =
        [
            .. Enumerable
                .Range(0, Writers)
                .Select(writer => new TwinWriter(sites, storage.Content, files, new(seed + writer))),
        ];
        foreach (var file in files)
        {
            await writers[0].StepAsync(file);
        }

        var findings = new Findings();
        var reader = new TwinReader(sites, files, findings);
        using var stopping = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var running = Task.WhenAll([
            .. writers.Select(writer => Task.Run(() => writer.RunAsync(stopping.Token))),
            .. Enumerable
                .Range(0, Readers)
                .Select(number => Task.Run(() => reader.RunAsync(new(seed - 1 - number), stopping.Token))),
        ]);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMinutes(minutes) / (kills + 1) - DeadFor);
            sites.Kill(Killed);
            await Task.Delay(DeadFor);
            await sites.StartAsync(Killed, kill % 2 == 0 ? null : release);
        }

        await running;
        await Task.Delay(MostToConverge);
        var compared = await CompareAsync(sites, files, release is null, findings);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {writers.Sum(writer => writer.Writes)} writes, {writers.Sum(writer => writer.Repeats)} made again | {reader.Answers} answers, {reader.Gone} of them gone in a move with an edit | {compared} addresses compared |"
            )
        );
        return findings.Report(
            release is not null ? "two releases"
            : kills > 0 ? $"{kills} kills"
            : "twins"
        );
    }

    private static async Task<int> CompareAsync(TwinSites sites, TwinFile[] files, bool isWhole, Findings findings)
    {
        string[] addresses =
        [
            .. files.Select(file => file.Address(asPage: false)),
            .. isWhole ? files.Select(file => file.Address(asPage: true)).Concat(Shared) : [],
        ];
        foreach (var address in addresses)
        {
            var (one, other) = (await ReadAsync(sites[0], address), await ReadAsync(sites[1], address));
            findings.Unless(
                // Each error has an id of its own.
                one == other
                    || (one.Status >= 400 && one.Status == other.Status),
                $"{address} differs at the end: {one.Status} {one.ETag}, {other.Status} {other.ETag}"
            );
        }

        foreach (var file in files)
        {
            var (status, _, text) = await ReadAsync(sites[0], file.Address(asPage: false));
            var isRight = file.IsVisible ? status == 200 && file.Holds(text) : status is 404 or 410;
            findings.Unless(
                isRight,
                $"{file.Path} answers {status} at the end, not what was acknowledged last: edit {file.Edit}, {(file.IsVisible ? "visible" : "hidden")}"
            );
        }

        return addresses.Length;
    }

    private static async Task<(int Status, string? ETag, string Text)> ReadAsync(TrialProcess site, string address)
    {
        using var reply = await site.Public.GetAsync(address);
        return ((int)reply.StatusCode, reply.Headers.ETag?.ToString(), await reply.Content.ReadAsStringAsync());
    }
}
