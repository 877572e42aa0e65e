using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Storage.Account;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>
/// Many files uploaded at once until all are served, and all of them rendered anew, against the same number of bare writes
/// in the same run: one blob put and one table transaction of a publish's sizes each, eight at a time.
/// </summary>
internal static class Throughput
{
    private const int Parallelism = 8;

    /// <summary>Posts published before the clock starts: a start is measured elsewhere, and bare writes come after it too.</summary>
    private const int WarmUp = 20;

    public static Task MeasureAsync(int files) => MeasureAsync([.. Enumerable.Range(0, files).Select(TextOf)]);

    /// <summary>The posts of a folder in the place of made-up ones.</summary>
    public static Task MeasureAsync(string folder) =>
        MeasureAsync([
            .. Directory.GetFiles(folder, "*.md").Order().Select(file => BinaryData.FromBytes(File.ReadAllBytes(file))),
        ]);

    private static async Task MeasureAsync(IReadOnlyList<BinaryData> files)
    {
        var (served, rebuilt, rows) = await PublishAsync(files);
        var bare = await WriteBareAsync(files, rows);
        Report($"{files.Count} files: all served", served, bare);
        Report($"{files.Count} files: rebuilt", rebuilt, bare);
    }

    private static void Report(string what, TimeSpan took, TimeSpan bare) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} after {took.TotalSeconds:0.0} s, bare writes {bare.TotalSeconds:0.0} s, ratio {took / bare:0.00} (bar: 3)"
            )
        );

    /// <summary>How long both took, and the sizes of the rows that one publish writes.</summary>
    private static async Task<(TimeSpan Served, TimeSpan Rebuilt, IReadOnlyList<int> Rows)> PublishAsync(
        IReadOnlyList<BinaryData> files
    )
    {
        await using var site = await MeasuredSite.StartAsync();
        await UploadAsync(site.Storage.Content, [.. Enumerable.Range(0, WarmUp).Select(TextOf)], "posts/warm");
        await WaitForAsync(site, WarmUp);
        var started = Stopwatch.GetTimestamp();
        await UploadAsync(site.Storage.Content, files, "posts/p");
        await WaitForAsync(site, WarmUp + files.Count);
        var served = Stopwatch.GetElapsedTime(started);
        return (served, await RebuildAsync(site), await RowsOfAPublishAsync(site.Storage));
    }

    private static async Task<TimeSpan> RebuildAsync(MeasuredSite site)
    {
        var started = Stopwatch.GetTimestamp();
        using var begun = await site.Http.PostAsync("/api/editor/rebuild", content: null);
        begun.EnsureSuccessStatusCode();
        while (await RemainingAsync(site) is not 0)
        {
            await Task.Delay(200);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>How many files are still as they were; null while the rebuild is not known yet.</summary>
    private static async Task<int?> RemainingAsync(MeasuredSite site)
    {
        using var status = JsonDocument.Parse(await site.Http.GetStringAsync("/api/editor/status"));
        var rebuild = status.RootElement.GetProperty("rebuild");
        return rebuild.GetProperty("number").GetInt32() > 0 ? rebuild.GetProperty("remaining").GetInt32() : null;
    }

    private static async Task<TimeSpan> WriteBareAsync(IReadOnlyList<BinaryData> files, IReadOnlyList<int> rows)
    {
        await using var azurite = await AzuriteProcess.StartInMemoryAsync();
        var storage = StorageClients.FromConnectionString(azurite.ConnectionString);
        await storage.CreateMissingAsync();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            files.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (file, cancellation) =>
            {
                await storage.Content.GetBlobClient($"posts/p{file.Index}.md").UploadAsync(file.Item, cancellation);
                await storage.Index.SubmitTransactionAsync(
                    rows.Select((size, row) => Add($"{file.Index:D9}:{row}", size)),
                    cancellation
                );
            }
        );
        return Stopwatch.GetElapsedTime(started);
    }

    private static TableTransactionAction Add(string key, int size) =>
        new(TableTransactionActionType.Add, new TableEntity("site", key) { ["Data0"] = new string('x', size) });

    private static async Task<IReadOnlyList<int>> RowsOfAPublishAsync(StorageClients storage)
    {
        string[] kinds = ["post", "claim", "identity", "log", "head"];
        var sizes = new List<int>();
        foreach (var kind in kinds)
        {
            var (from, to) = (kind, kind + ";");
            var rows = storage.Index.QueryAsync<TableEntity>(row =>
                row.RowKey.CompareTo(from) >= 0 && row.RowKey.CompareTo(to) < 0
            );
            sizes.Add(await rows.Select(row => row.GetString("Data0")?.Length ?? 0).FirstAsync());
        }

        return sizes;
    }

    private static async Task WaitForAsync(MeasuredSite site, int files)
    {
        while (await CountAsync(site) < files)
        {
            await Task.Delay(100);
        }
    }

    private static Task UploadAsync(BlobContainerClient container, IReadOnlyList<BinaryData> files, string prefix) =>
        Parallel.ForEachAsync(
            files.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (file, cancellation) =>
                await container.GetBlobClient($"{prefix}{file.Index}.md").UploadAsync(file.Item, cancellation)
        );

    /// <summary>Files that are served, or reported because they cannot be; asked where no storage is.</summary>
    private static async Task<int> CountAsync(MeasuredSite site)
    {
        using var list = JsonDocument.Parse(await site.Http.GetStringAsync("/api/editor/posts"));
        return list.RootElement.GetProperty("posts").GetArrayLength();
    }

    private static BinaryData TextOf(int number) =>
        BinaryData.FromString(
            $"---\ntitle: Post {number}\ntags: [one, two]\n---\n"
                + string.Concat(Enumerable.Repeat("Some *text* with a [link](https://example.org/).\n\n", 40))
        );
}
