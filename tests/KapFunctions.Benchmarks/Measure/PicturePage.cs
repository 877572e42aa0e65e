using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>A post with photographs of 12 million pixels, and every address of its page, asked for once each by readers
/// who come as soon as it is there: while its pictures are made smaller, and afterwards.</summary>
internal static partial class PicturePage
{
    private const int Pictures = 16;
    private const int Readers = 24;

    private const double BarSeconds = 2;

    /// <returns>Whether every address was answered, and 95 of 100 in time.</returns>
    public static async Task<bool> MeasureAsync()
    {
        await using var site = await MeasuredSite.StartAsync();
        for (var number = 0; number < Pictures; number++)
        {
            await UploadAsync(site, $"media/photo-{number}.jpg", Photograph(number));
        }

        var lines = Enumerable.Range(0, Pictures).Select(number => $"![Photo {number}](/media/photo-{number}.jpg)");
        await UploadAsync(site, "posts/photos.md", [.. "---\ntitle: Photos\n---\n"u8, .. Text(lines)]);
        var addresses = await WaitForAddressesAsync(site);
        var isKept = Report("at once", await AskAsync(site, addresses));
        var started = Stopwatch.GetTimestamp();
        while ((await AskAsync(site, addresses)).Any(answer => answer.IsForNow))
        {
            await Task.Delay(500);
        }

        Console.WriteLine($"all forms there after another {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        return Report("afterwards", await AskAsync(site, addresses)) && isKept;
    }

    private static byte[] Text(IEnumerable<string> lines) =>
        System.Text.Encoding.UTF8.GetBytes(string.Join("\n\n", lines));

    private static async Task UploadAsync(MeasuredSite site, string path, byte[] bytes) =>
        await site.Storage.Content.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);

    // Rough enough to compress no better than a photograph.
    private static byte[] Photograph(int seed)
    {
        using var bitmap = new SKBitmap(4000, 3000);
        using var canvas = new SKCanvas(bitmap);
        using var noise = SKShader.CreatePerlinNoiseTurbulence(0.02f, 0.03f, 5, seed);
        using var paint = new SKPaint { Shader = noise };
        canvas.Clear(SKColors.White);
        canvas.DrawPaint(paint);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 92);
        return encoded.ToArray();
    }

    private static async Task<List<string>> WaitForAddressesAsync(MeasuredSite site)
    {
        while (true)
        {
            var page = await site.Http.GetAsync("/photos/");
            var html = await page.Content.ReadAsStringAsync();
            var found = Address()
                .Matches(html)
                .Select(one => one.Value.Replace("&amp;", "&", StringComparison.Ordinal));
            List<string> addresses = ["/photos/", .. found.Distinct()];
            if (addresses.Count >= 1 + 6 * Pictures)
            {
                return addresses;
            }

            await Task.Delay(100);
        }
    }

    private static async Task<List<Answer>> AskAsync(MeasuredSite site, List<string> addresses)
    {
        var left = new ConcurrentQueue<string>(addresses);
        var answers = new ConcurrentBag<Answer>();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => ReadAsync()));
        return [.. answers];

        async Task ReadAsync()
        {
            while (left.TryDequeue(out var address))
            {
                var started = Stopwatch.GetTimestamp();
                using var reply = await site.Http.GetAsync(address);
                var bytes = await reply.Content.ReadAsByteArrayAsync();
                var isForNow =
                    address.Contains("width=", StringComparison.Ordinal)
                    && reply.Headers.CacheControl is { MaxAge.TotalSeconds: 0 };
                answers.Add(
                    new((int)reply.StatusCode, Stopwatch.GetElapsedTime(started).TotalSeconds, bytes.Length, isForNow)
                );
            }
        }
    }

    private static bool Report(string when, List<Answer> answers)
    {
        var seconds = answers.Select(answer => answer.Seconds).Order().ToList();
        var statuses = string.Join(' ', answers.Select(answer => answer.Status).Distinct());
        var errors = answers.Count(answer => answer.Status != 200);
        var p95 = seconds[seconds.Count * 95 / 100];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{when}: {answers.Count} addresses, {errors} errors ({statuses}), {answers.Count(answer => answer.IsForNow)} stood in for, {answers.Sum(answer => (long)answer.Bytes) / 1e6:0} MB, p50 {seconds[seconds.Count / 2]:0.00} s, p95 {p95:0.00} s (bar: {BarSeconds:0}), max {seconds[^1]:0.00} s"
            )
        );
        return errors == 0 && p95 <= BarSeconds;
    }

    [GeneratedRegex("""/media/photo-\d+\.jpg\?v=[0-9a-f]{12}((&amp;|&)width=\d+)?""")]
    private static partial Regex Address();

    private readonly record struct Answer(int Status, double Seconds, int Bytes, bool IsForNow);
}
