using System.Diagnostics;
using System.Globalization;

namespace KapFunctions.Measurements;

/// <summary>From the end of an upload to the first answer that shows it, one upload after another.</summary>
internal static class Latency
{
    public static async Task MeasureAsync(int uploads)
    {
        await using var site = await MeasuredSite.StartAsync();
        var milliseconds = new List<double>();
        for (var i = 0; i < uploads; i++)
        {
            var text = BinaryData.FromString($"---\ntitle: Post {i}\n---\nSome *text* number {i}.");
            await site.Storage.Content.GetBlobClient($"posts/post-{i}.md").UploadAsync(text);
            var uploaded = Stopwatch.GetTimestamp();
            while (!(await site.Http.GetAsync($"/api/posts/post-{i}")).IsSuccessStatusCode)
            {
                await Task.Delay(5);
            }

            milliseconds.Add(Stopwatch.GetElapsedTime(uploaded).TotalMilliseconds);
        }

        milliseconds.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"upload to served, {uploads} one after another: p50 {milliseconds[uploads / 2]:0} ms, p95 {milliseconds[uploads * 95 / 100]:0} ms, max {milliseconds[^1]:0} ms"
            )
        );
    }
}
