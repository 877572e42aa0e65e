using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>
/// What a Standalone process takes while many posts are published and then everything is read, as the kernel counts it
/// (<c>VmHWM</c>, the peak, and <c>VmRSS</c>).
/// </summary>
internal static partial class Memory
{
    /// <param name="posts">How many are generated.</param>
    /// <param name="folder">Content to be published beside them, pictures too.</param>
    public static async Task MeasureAsync(int posts, string? folder = null)
    {
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        await UploadAsync(storage, 0);
        await UploadFolderAsync(storage, folder);
        var started = Stopwatch.GetTimestamp();
        using var site = await SiteProcess.StartAsync(azurite.ConnectionString);
        var http = site.Http;
        await Parallel.ForEachAsync(
            Enumerable.Range(1, posts - 1),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) => await UploadAsync(storage, number)
        );
        while (await CountAsync(http) < posts)
        {
            await Task.Delay(500);
        }

        var took = Stopwatch.GetElapsedTime(started);
        var (peak, _) = await site.TakenAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{posts} posts served after {took.TotalSeconds:0} s, peak {peak} MB (bar: 400)"
            )
        );
        if (folder is not null)
        {
            var read = await ReadAllAsync(http);
            // Pictures that were asked for are made smaller in the background.
            await Task.Delay(TimeSpan.FromSeconds(30));
            (peak, var rest) = await site.TakenAsync();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"all {read} addresses read twice: peak {peak} MB, {rest} MB when it is quiet again"
                )
            );
        }
    }

    // Every page that the sitemap names, and what each of them shows.
    private static async Task<int> ReadAllAsync(HttpClient http)
    {
        var pages = PageAddress()
            .Matches(await http.GetStringAsync("/sitemap.xml"))
            .Select(match => new Uri(match.Groups[1].Value).PathAndQuery);
        var all = new ConcurrentDictionary<string, bool>(pages.ToDictionary(page => page, _ => true));
        for (var time = 0; time < 2; time++)
        {
            await Parallel.ForEachAsync(
                all.Keys.ToList(),
                new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (address, cancellation) =>
                {
                    using var reply = await http.GetAsync(address, cancellation);
                    if (reply.Content.Headers.ContentType?.MediaType == "text/html")
                    {
                        var html = await reply.Content.ReadAsStringAsync(cancellation);
                        foreach (Match match in MediaAddress().Matches(html))
                        {
                            all.TryAdd(WebUtility.HtmlDecode(match.Value), true);
                        }
                    }
                }
            );
        }

        return all.Count;
    }

    private static async Task UploadFolderAsync(StorageClients storage, string? folder)
    {
        foreach (var file in folder is null ? [] : Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder!, file).Replace('\\', '/');
            await storage.Content.GetBlobClient(path).UploadAsync(file);
        }
    }

    private static async Task<int> CountAsync(HttpClient http)
    {
        using var reply = await http.GetAsync("/api/posts?limit=1");
        if (!reply.IsSuccessStatusCode)
        {
            return 0;
        }

        using var list = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return list.RootElement.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt32();
    }

    private static async Task UploadAsync(StorageClients storage, int number)
    {
        var paragraphs = string.Concat(Enumerable.Repeat("Some *text* of a usual post.\n\n", 100));
        var text = BinaryData.FromString($"---\ntitle: Post {number}\n---\n{paragraphs}");
        await storage.Content.GetBlobClient($"posts/p{number}.md").UploadAsync(text);
    }

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex PageAddress();

    [GeneratedRegex("""/media/[^"\s,)]+""")]
    private static partial Regex MediaAddress();
}
