using System.Diagnostics;
using System.Globalization;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Benchmarks.Query;

/// <summary>Generates a replica, saves a snapshot, and measures in a process of its own what a server would do with it.</summary>
internal static class QueryVerbs
{
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["search"]:
                await SearchBenchmarks.RunAsync();
                return 0;
            case ["relevance", var corpus, var questions, var output]:
                await Relevance.RunAsync(corpus, questions, output);
                return 0;
            case ["measure", var snapshot, var size]:
                await Measurements.RunAsync(snapshot, int.Parse(size, CultureInfo.InvariantCulture));
                return 0;
            case [var size]:
                return await GenerateAsync(int.Parse(size, CultureInfo.InvariantCulture));
            default:
                return await GenerateAsync(100_000);
        }
    }

    private static async Task<int> GenerateAsync(int posts)
    {
        var folder = Directory.CreateTempSubdirectory("kap-benchmark-");
        try
        {
            var path = Path.Combine(folder.FullName, "snapshot");
            using (var replica = new Replica(folder.FullName))
            {
                var start = Stopwatch.GetTimestamp();
                var head = new Head("generated", 0, Complete: true, "");
                await replica.LoadAsync(
                    head,
                    GeneratedSite.Rows(posts).ToAsyncEnumerable(),
                    AsyncEnumerable.Empty<LogEntry>(),
                    default
                );
                Console.WriteLine(
                    $"{posts} posts loaded from rows in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"
                );
                start = Stopwatch.GetTimestamp();
                await using var file = File.Create(path);
                await replica.SaveSnapshotAsync(file, default);
                Console.WriteLine(
                    $"snapshot of {file.Length >> 20} MiB saved in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"
                );
            }

            using var measuring = Process.Start(
                Environment.ProcessPath!,
                ["query", "measure", path, posts.ToString(CultureInfo.InvariantCulture)]
            );
            await measuring.WaitForExitAsync();
            return measuring.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
