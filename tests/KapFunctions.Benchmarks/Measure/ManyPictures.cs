using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;
using SkiaSharp;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>
/// Thousands of small pictures uploaded at once: until the index knows them all, how long a post that comes meanwhile takes to be
/// seen, and the memory that the site takes. Smaller forms are made in the background, and of the oldest only once somebody asks.
/// </summary>
internal static class ManyPictures
{
    private const int Width = 400;
    private const int Height = 300;

    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static async Task MeasureAsync(int pictures)
    {
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        await storage.Content.UploadBlobAsync("posts/first.md", BinaryData.FromString("# First"));
        using var site = await SiteProcess.StartAsync(azurite.ConnectionString);
        await SeenAsync(site.Http, "/first/");

        var started = Stopwatch.GetTimestamp();
        using var over = new CancellationTokenSource();
        var posts = PublishPostsAsync(storage, site.Http, over.Token);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pictures),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, cancellation) =>
                await storage.Content.UploadBlobAsync(
                    $"media/{number}.png",
                    BinaryData.FromBytes(Picture(number)),
                    cancellation
                )
        );
        var uploaded = Stopwatch.GetElapsedTime(started);
        while (await KnownAsync(storage) < pictures)
        {
            await Task.Delay(BetweenLooks);
        }

        var known = Stopwatch.GetElapsedTime(started);
        await over.CancelAsync();
        var seconds = (await posts).Order().ToList();
        var (peak, now) = await site.TakenAsync();
        var failed = await ReadAsync(site.Http, pictures);
        Print(
            $"{pictures} pictures uploaded in {uploaded.TotalSeconds:0} s, all in the index after {known.TotalSeconds:0} s"
        );
        Print(
            $"{seconds.Count} posts meanwhile: seen after p50 {seconds[seconds.Count / 2]:0.0} s, at most {seconds[^1]:0.0} s"
        );
        Print($"memory: peak {peak} MB, {now} MB at the end; {failed} of {pictures} pictures not served");
    }

    private static async Task<IReadOnlyCollection<double>> PublishPostsAsync(
        StorageClients storage,
        HttpClient http,
        CancellationToken over
    )
    {
        var seconds = new List<double>();
        do
        {
            var slug = $"meanwhile-{seconds.Count}";
            var started = Stopwatch.GetTimestamp();
            await storage.Content.UploadBlobAsync($"posts/{slug}.md", BinaryData.FromString("# Meanwhile"), default);
            await SeenAsync(http, $"/{slug}/");
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            await Task.WhenAny(Task.Delay(BetweenPosts, over));
        } while (!over.IsCancellationRequested);
        return seconds;
    }

    private static async Task SeenAsync(HttpClient http, string address)
    {
        while (true)
        {
            using var reply = await http.GetAsync(address);
            if (reply.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(50);
        }
    }

    private static async Task<int> KnownAsync(StorageClients storage)
    {
        var rows = storage.Index.QueryAsync<Azure.Data.Tables.TableEntity>(
            row => row.RowKey.CompareTo("media:") >= 0 && row.RowKey.CompareTo("media;") < 0,
            select: ["RowKey"]
        );
        var known = 0;
        await foreach (var _ in rows)
        {
            known++;
        }

        return known;
    }

    private static async Task<int> ReadAsync(HttpClient http, int pictures)
    {
        var failed = new ConcurrentBag<int>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, pictures),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, cancellation) =>
            {
                using var reply = await http.GetAsync($"/media/{number}.png?width=320", cancellation);
                if (!reply.IsSuccessStatusCode)
                {
                    failed.Add(number);
                }
            }
        );
        return failed.Count;
    }

    // Each has a colour of its own, so that none is another's copy.
    private static byte[] Picture(int number)
    {
        using var bitmap = new SKBitmap(Width, Height);
        bitmap.Erase(new SKColor(0xFF000000 | (uint)number));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
