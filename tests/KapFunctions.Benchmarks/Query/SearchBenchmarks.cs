using System.Diagnostics;
using KapFunctions.Content.Posts;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Storage.Index;

namespace KapFunctions.Benchmarks.Query;

/// <summary>Searches in 10,000 posts of 1,000 words.</summary>
internal static class SearchBenchmarks
{
    private const int Posts = 10_000;
    private const int Times = 300;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kap-benchmark-");
        using (var replica = new Replica(folder.FullName))
        using (var bodies = new BodyReader(folder.FullName, 1 << 20, Source()))
        {
            var head = new Head("generated", 0, Complete: true, "");
            await replica.LoadAsync(
                head,
                GeneratedSite.Rows(Posts).ToAsyncEnumerable(),
                AsyncEnumerable.Empty<LogEntry>(),
                default
            );
            var start = Stopwatch.GetTimestamp();
            await new SearchIndexer(replica, bodies).IndexAsync(default);
            Console.WriteLine($"{Posts} texts indexed in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
            Console.WriteLine($"{"", -58} {"median", 11} {"p99", 11} {"worst", 11} {"bar", 9}");
            Search(replica, "two ordinary words", 15, random => $"{Rare(random)} {Rare(random)}");
            Search(replica, "a word with a slip", 40, random => Slip(Rare(random)));
            Search(replica, "a phrase of two words", 15, random => $"\"{Rare(random)} {Rare(random)}\"");
            Search(replica, "two words of which most posts have one", 40, random => $"{Common(random)} {Rare(random)}");
            Search(replica, "two words that most posts have", 40, random => $"{Common(random)} {Common(random)}");
            Search(replica, "a prefix of three letters", 40, random => $"{Common(random)[..3]}*");
            Search(
                replica,
                "a prefix of two letters and a word",
                40,
                random => $"{Common(random)[..2]}* {Rare(random)}"
            );
        }

        folder.Delete(recursive: true);
    }

    private static void Search(Replica replica, string what, double bar, Func<Random, string> text) =>
        Timing.Print(
            what,
            bar,
            Times,
            i =>
            {
                using var view = replica.Read(GeneratedSite.Now);
                view.Search(new SearchQuery(text(new Random(i))));
            }
        );

    private static string Common(Random random) => GeneratedSite.Word(random.Next(20));

    private static string Rare(Random random) => GeneratedSite.Word(random.Next(100, 1400));

    private static string Slip(string word) => word[..^2] + word[^1] + word[^2];

    private static ReplicaSource Source() =>
        new()
        {
            ReadHead = _ => throw new NotSupportedException(),
            ReadRows = _ => throw new NotSupportedException(),
            ReadLog = (_, _, _) => throw new NotSupportedException(),
            ReadBody = (name, _) =>
                Task.FromResult<PostBody?>(
                    new PostBody { PlainText = GeneratedSite.Text(new Random((int)TextFile.NumberOf(name)), 1000) }
                ),
        };
}
