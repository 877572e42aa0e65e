using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>A folder of real posts uploaded at once: how long until each is served or reported, and what memory settles at.</summary>
internal static class CorpusLatency
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task MeasureAsync(string folder)
    {
        var files = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories);
        await using var site = await MeasuredSite.StartAsync();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (file, cancellation) =>
                await site
                    .Storage.Content.GetBlobClient("posts/" + Path.GetRelativePath(folder, file).Replace('\\', '/'))
                    .UploadAsync(file, cancellation)
        );
        Report("uploaded", started);

        long served = 0;
        var unserved = 0;
        while (served + unserved < files.Length && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(100);
            served = await CountServedAsync(site);
            unserved = await CountUnservedAsync(site);
        }

        Report($"{served} served, {unserved} not served but reported, of {files.Length}", started);
        for (var minute = 0; minute < 3; minute++)
        {
            GC.Collect();
            Console.WriteLine($"memory: {Environment.WorkingSet >> 20} MB");
            await Task.Delay(TimeSpan.FromSeconds(10));
        }
    }

    private static async Task<long> CountServedAsync(MeasuredSite site)
    {
        using var list = JsonDocument.Parse(await site.Http.GetStringAsync("/api/posts?limit=1"));
        return list.RootElement.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt64();
    }

    private static async Task<int> CountUnservedAsync(MeasuredSite site)
    {
        using var list = JsonDocument.Parse(await site.Http.GetStringAsync("/api/editor/problems"));
        return list
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .Count(file => !file.GetProperty("online").GetBoolean());
    }

    private static void Report(string what, long started) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"
            )
        );
}
