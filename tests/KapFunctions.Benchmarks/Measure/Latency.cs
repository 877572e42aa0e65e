using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>From the end of an upload to the first answer that shows it, one upload after another.</summary>
internal static class Latency
{
    public static async Task MeasureAsync(int uploads)
    {
        await using var site = await MeasuredSite.StartAsync();
        var milliseconds = new List<double>();
        for (var i = 0; i < uploads; i++)
        {
            milliseconds.Add(await OfUploadAsync(site, i));
        }

        milliseconds.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"upload to served, {uploads} one after another: p50 {milliseconds[uploads / 2]:0} ms, p95 {milliseconds[uploads * 95 / 100]:0} ms, max {milliseconds[^1]:0} ms"
            )
        );
    }

    /// <summary>Uploads a small post and waits until readers get it; how many milliseconds that took.</summary>
    public static async Task<double> OfUploadAsync(MeasuredSite site, int number)
    {
        var text = BinaryData.FromString($"---\ntitle: Post {number}\n---\nSome *text* number {number}.");
        await site.Storage.Content.GetBlobClient($"posts/post-{number}.md").UploadAsync(text);
        var uploaded = Stopwatch.GetTimestamp();
        while (!(await site.Http.GetAsync($"/api/posts/post-{number}")).IsSuccessStatusCode)
        {
            await Task.Delay(5);
        }

        return Stopwatch.GetElapsedTime(uploaded).TotalMilliseconds;
    }
}
