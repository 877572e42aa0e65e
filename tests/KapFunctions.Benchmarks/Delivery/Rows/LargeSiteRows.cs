using System.Diagnostics;
using KapFunctions.Benchmarks.Delivery.Peers;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Posts;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Delivery.Rows;

/// <summary>Memory, and how soon a post is seen after its commit, where there are 100,000 others.</summary>
internal sealed class LargeSiteRows(Report report)
{
    private const int Published = 20;
    private static readonly string[] Asked =
    [
        "/api/posts?limit=100&fields=title,slug&include=tags,authors",
        "/api/posts?limit=100&fields=title&filter=tag:tag-1",
        "/api/posts?limit=100&fields=title&filter=title:~'la'&order=title%20asc",
        "/api/tags?limit=all",
        "/api/archive",
    ];

    public async Task MeasureAsync(LargeSite site)
    {
        using var other = OwnHost.Start(site.ConnectionString);
        await other.WaitAsync("/api/health/ready");
        await MeasureMemoryAsync(other);
        await MeasureVisibilityAsync(site, other);
    }

    /// <summary>After some work, as a server that just stands there would be a small one.</summary>
    private async Task MeasureMemoryAsync(ServerProcess server)
    {
        using var http = new HttpClient { BaseAddress = new(server.Url) };
        long most = 0;
        for (var round = 0; round < 20; round++)
        {
            foreach (var path in Asked)
            {
                using var reply = await http.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}page={round + 1}");
                reply.EnsureSuccessStatusCode();
                most = Math.Max(most, server.Memory);
            }
        }

        report.AtMost("memory of the process with 100,000 posts, most seen", most / 1e6, 250, "MB");
    }

    private async Task MeasureVisibilityAsync(LargeSite site, ServerProcess other)
    {
        await using var host = await StartHostAsync(site.ConnectionString);
        var storage = StorageClients.FromConnectionString(site.ConnectionString);
        var publisher = host.Services.GetRequiredService<PostPublisher>();
        using var http = new HttpClient();
        var (here, there) = (new List<double>(), new List<double>());
        for (var post = 0; post < Published; post++)
        {
            var path = $"/api/posts/new-{post}/html";
            // Somebody reads all the time, so the next look at the log is not due.
            using var reading = new CancellationTokenSource();
            var readers = Task.WhenAll(
                ReadAsync(http, host.BaseAddress + "api/posts?limit=1", reading.Token),
                ReadAsync(http, other.Url + "/api/posts?limit=1", reading.Token)
            );
            await storage.Content.GetBlobClient($"posts/new-{post}.md").UploadAsync(BinaryData.FromString("# New"));
            await publisher.LookAtAsync($"posts/new-{post}.md", LookReason.Changed, CancellationToken.None);
            var at = Stopwatch.GetTimestamp();
            var seen = await Task.WhenAll(
                WhenSeenAsync(http, host.BaseAddress + path[1..], at),
                WhenSeenAsync(http, other.Url + path, at)
            );
            here.Add(seen[0]);
            there.Add(seen[1]);
            await reading.CancelAsync();
            await readers;
        }

        report.AtMost("a new post is seen after its commit, same process: median", Median(here), 50, "ms");
        report.AtMost("a new post is seen after its commit, another process: worst", there.Max(), 1000, "ms");
    }

    private static async Task<StandaloneHost> StartHostAsync(string connectionString)
    {
        var host = await StandaloneHost.StartAsync(
            new()
            {
                Urls = "http://127.0.0.1:0",
                Settings = new Dictionary<string, string?>
                {
                    [StorageNames.Connection] = connectionString,
                    ["Editor:OwnerKey"] = "key-of-the-benchmarks",
                },
            }
        );
        using var http = new HttpClient { BaseAddress = host.BaseAddress };
        while (!(await http.GetAsync("/api/health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }

        return host;
    }

    private static async Task<double> WhenSeenAsync(HttpClient http, string url, long since)
    {
        while (!(await http.GetAsync(url)).IsSuccessStatusCode)
        {
            await Task.Delay(2);
        }

        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static async Task ReadAsync(HttpClient http, string url, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            using var reply = await http.GetAsync(url, CancellationToken.None);
            await Task.Delay(10, CancellationToken.None);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
