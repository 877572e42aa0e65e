using System.Diagnostics;
using KapFunctions.Query.Benchmarks;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

// dotnet run -c Release --project tests/KapFunctions.Query.Benchmarks [posts]
// dotnet run -c Release --project tests/KapFunctions.Query.Benchmarks search
// tests/relevance/measure.sh CORPUS asks it how well it finds.
// Generates a replica, saves a snapshot, and measures in a process of its own what a server would do with it.
if (args is ["measure", var snapshot, var size])
{
    await Measurements.RunAsync(snapshot, int.Parse(size, null));
    return;
}

if (args is ["relevance", var corpus, var questions, var output])
{
    await Relevance.RunAsync(corpus, questions, output);
    return;
}

if (args is ["search", ..])
{
    await SearchBenchmarks.RunAsync();
    return;
}

var posts = args.Length > 0 ? int.Parse(args[0], null) : 100_000;
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
        Console.WriteLine($"{posts} posts loaded from rows in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        start = Stopwatch.GetTimestamp();
        await using var file = File.Create(path);
        await replica.SaveSnapshotAsync(file, default);
        Console.WriteLine(
            $"snapshot of {file.Length >> 20} MiB saved in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"
        );
    }

    using var measuring = Process.Start(
        Environment.ProcessPath!,
        ["measure", path, posts.ToString(null as IFormatProvider)]
    );
    await measuring.WaitForExitAsync();
}
finally
{
    folder.Delete(recursive: true);
}
