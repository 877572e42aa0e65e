using System.Diagnostics;
using System.Globalization;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>
/// A site whose temporary folder is a disk of 20 MB, which <c>tests/trust.sh</c> makes, and which somebody else fills. While it
/// is full, whoever saves is not lied to, what is taken down is gone, and readers get answers or a 503; soon after there is
/// room again, everything is as it should be.
/// </summary>
internal static class FullDisk
{
    private const int Rounds = 3;
    private const int Clients = 4;
    private const int EditsWhileFull = 20;

    private static readonly TimeSpan Full = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostToRecover = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string folder)
    {
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        await StorageClients.FromConnectionString(azurite.ConnectionString).CreateMissingAsync();
        using var site = await TrialProcess.StartAsync("full-disk", azurite.ConnectionString, temporary: folder);
        var versions = await OrdinarySite.PublishAsync(site.Http);
        var findings = new Findings();
        var statuses = new Statuses();
        using var stopping = new CancellationTokenSource();
        var readers = new Readers(
            () => site.Public,
            OrdinarySite.AnyAddress,
            (address, status, _) =>
            {
                statuses.Add(status);
                findings.Unless(status is 200 or 404 or 503, $"{address} answered {status}");
            },
            TimeSpan.FromMilliseconds(5)
        ).RunAsync(Clients, seed: 1, stopping.Token);
        for (var round = 1; round <= Rounds; round++)
        {
            await TryAsync(site, Path.Combine(folder, "somebody-else"), round, versions, findings);
        }

        await stopping.CancelAsync();
        await readers;
        Console.WriteLine($"answers to readers: {statuses}");
        return findings.Report("full disk");
    }

    private static async Task TryAsync(
        TrialProcess site,
        string filler,
        int round,
        string[] versions,
        Findings findings
    )
    {
        var free = new DriveInfo(Path.GetDirectoryName(filler)!).AvailableFreeSpace;
        Fill(filler);
        var begun = Stopwatch.GetTimestamp();
        var hidden = round - 1;
        var saved = await Edits.SaveAsync(
            site.Http,
            OrdinarySite.PathOf(hidden),
            "---\ndraft: true\n---\n"u8.ToArray(),
            versions[hidden]
        );
        findings.Unless(saved.Version is not null, $"a draft is saved as {saved.Status} on a full disk: {saved.Said}");
        for (var edit = 0; edit < EditsWhileFull; edit++)
        {
            var post = OrdinarySite.Posts - 1 - edit;
            var text = OrdinarySite.TextOf(post, round * 1_000);
            var kept = await Edits.SaveAsync(site.Http, OrdinarySite.PathOf(post), text, versions[post]);
            findings.Unless(
                kept.Version is not null,
                $"edit {edit} is saved as {kept.Status} on a full disk: {kept.Said}"
            );
            versions[post] = kept.Version ?? versions[post];
        }

        while (Stopwatch.GetElapsedTime(begun) < Full)
        {
            // What could not be written before may be written a moment later, where something was given back.
            Fill(filler);
            using var shown = await site.Public.GetAsync($"/api/posts/post-{hidden}/html");
            findings.Unless(
                (int)shown.StatusCode is 404 or 503,
                $"a hidden post is answered {(int)shown.StatusCode} on a full disk"
            );
            await Task.Delay(200);
        }

        using var ready = await site.Public.GetAsync("/api/health/ready");
        File.Delete(filler);
        var took = await RecoverAsync(site, round, findings);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: {free >> 20} MB were free, full for {Full.TotalSeconds:0} s, ready said {(int)ready.StatusCode}, all well after {took.TotalSeconds:0.00} s"
            )
        );
    }

    private static void Fill(string filler)
    {
        var piece = new byte[4_096];
        try
        {
            using var file = new FileStream(filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true)
            {
                file.Write(piece);
            }
        }
        catch (IOException)
        {
            // Full, which was the aim.
        }
    }

    private static async Task<TimeSpan> RecoverAsync(TrialProcess site, int round, Findings findings)
    {
        var begun = Stopwatch.GetTimestamp();
        string[] wrong;
        do
        {
            wrong = await WrongAsync(site, round);
        } while (wrong.Length > 0 && Stopwatch.GetElapsedTime(begun) < MostToRecover);

        foreach (var address in wrong)
        {
            findings.Add($"{MostToRecover.TotalSeconds} s after there was room again, {address}");
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<string[]> WrongAsync(TrialProcess site, int round)
    {
        var wrong = new List<string>();
        for (var post = 0; post < OrdinarySite.Posts; post++)
        {
            var address = $"/api/posts/post-{post}/html";
            using var reply = await site.Public.GetAsync(address);
            var text = await reply.Content.ReadAsStringAsync();
            var status = post < round ? 404 : 200;
            var isNewest =
                post < OrdinarySite.Posts - EditsWhileFull
                || text.Contains($"edit{round * 1_000}<", StringComparison.Ordinal);
            if ((int)reply.StatusCode != status || !isNewest)
            {
                wrong.Add($"{address} answers {(int)reply.StatusCode}, {(isNewest ? "" : "not ")}its newest text");
            }
        }

        foreach (
            var address in (string[])
                ["/", "/archive/", "/rss.xml", "/api/posts?limit=all", "/api/search?q=word1", "/api/health/ready"]
        )
        {
            using var reply = await site.Public.GetAsync(address);
            if ((int)reply.StatusCode != 200)
            {
                wrong.Add($"{address} answers {(int)reply.StatusCode}");
            }
        }

        return [.. wrong];
    }
}
