using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>The peak of a Standalone process while many posts are published, as the kernel counts it (<c>VmHWM</c>).</summary>
internal static class Memory
{
    public static async Task MeasureAsync(int posts)
    {
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        await UploadAsync(storage, 0);
        var started = Stopwatch.GetTimestamp();
        using var site = Start(azurite.ConnectionString);
        using var http = new HttpClient { BaseAddress = new(await ReadAddressAsync(site)) };
        await Parallel.ForEachAsync(
            Enumerable.Range(1, posts - 1),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) => await UploadAsync(storage, number)
        );
        while (await CountAsync(http) < posts)
        {
            await Task.Delay(500);
        }

        var peak = (await File.ReadAllLinesAsync($"/proc/{site.Id}/status")).First(line =>
            line.StartsWith("VmHWM", StringComparison.Ordinal)
        );
        var kilobytes = int.Parse(
            peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
            CultureInfo.InvariantCulture
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{posts} posts served after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, peak {kilobytes / 1024} MB (bar: 400)"
            )
        );
        site.Kill();
    }

    private static Process Start(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "KapFunctions.Standalone.dll"),
                "--connection",
                connectionString,
                "--urls",
                "http://127.0.0.1:0",
                "--no-azurite",
            },
            RedirectStandardOutput = true,
        };
        start.Environment["FunctionKeys__Host"] = "key-of-the-measurements";
        return Process.Start(start)!;
    }

    private static async Task<string> ReadAddressAsync(Process site)
    {
        while (await site.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("  Site", StringComparison.Ordinal))
            {
                _ = site.StandardOutput.ReadToEndAsync();
                return line.Split(' ')[^1];
            }
        }

        throw new InvalidOperationException("Standalone did not start.");
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
}
