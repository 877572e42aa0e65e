using System.Diagnostics;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Benchmarks.Query;

/// <summary>What a server process does with a snapshot: start from it, answer, take a new post in.</summary>
internal static class Measurements
{
    public static async Task RunAsync(string snapshot, int posts)
    {
        using var replica = new Replica(Path.Combine(Path.GetDirectoryName(snapshot)!, "measured"));
        await StartAsync(replica, snapshot, posts);
        Console.WriteLine($"{"", -58} {"median", 11} {"p99", 11} {"worst", 11} {"bar", 9}");
        var queries = new QueryBenchmarks(replica);
        queries.Run();
        queries.Refuse();
        Publish(replica, posts);
        Declare(replica);
        var megabytes = Process.GetCurrentProcess().WorkingSet64 / 1e6;
        Timing.Line("memory of the process", $"{megabytes:F0} MB", "250 MB", megabytes <= 250);
    }

    private static async Task StartAsync(Replica replica, string snapshot, int posts)
    {
        var start = Stopwatch.GetTimestamp();
        await using var file = File.OpenRead(snapshot);
        var head = new Head("generated", 0, Complete: true, "");
        await replica.LoadSnapshotAsync(file, head, _ => AsyncEnumerable.Empty<LogEntry>(), default);
        using var view = replica.Read(GeneratedSite.Now);
        view.Browse(new PostQuery());
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var bar = posts > 1000 ? 3 : 0.5;
        Timing.Line($"start to ready, {posts} posts", $"{seconds:F2} s", $"{bar} s", seconds <= bar);
    }

    /// <summary>Each is to be found within two seconds of its declaration, of which looking for it takes the most.</summary>
    private static void Declare(Replica replica)
    {
        var declared = new SiteRow
        {
            Settings = new SiteSettings
            {
                Fields = [.. GeneratedSite.Fields.Select(field => field with { Type = OwnFieldType.Text })],
            },
        };
        var start = Stopwatch.GetTimestamp();
        var change = new RowChange(declared.Key, declared);
        var sequence = replica.Position!.Sequence + 1;
        replica.Apply([
            new LogEntry(sequence, GeneratedSite.Now, ChangeKind.Site, SiteSettings.Path, null, null, [change]),
        ]);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Timing.Line("three fields declared anew", $"{seconds:F2} s", "1.5 s", seconds <= 1.5);
    }

    private static void Publish(Replica replica, int posts)
    {
        var sequence = 0L;
        Timing.Print(
            "one new post visible",
            50,
            100,
            i =>
            {
                var row = GeneratedSite.Post(posts + 50 + i, posts);
                var entry = new LogEntry(
                    ++sequence,
                    GeneratedSite.Now,
                    ChangeKind.Published,
                    row.Path,
                    row.Id,
                    null,
                    [new RowChange(row.Key, row)]
                );
                replica.Apply([entry]);
                using var view = replica.Read(GeneratedSite.Now.AddDays(1));
                _ = view.FindByPath(row.Path) ?? throw new InvalidOperationException("The new post is not visible.");
            }
        );
    }
}
