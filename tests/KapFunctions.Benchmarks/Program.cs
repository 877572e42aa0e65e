using KapFunctions.Benchmarks.Content;
using KapFunctions.Benchmarks.Delivery;
using KapFunctions.Benchmarks.Measure;
using KapFunctions.Benchmarks.Query;
using KapFunctions.Benchmarks.Start;

// What the documentation promises, measured on this machine:
//   dotnet run -c Release --project tests/KapFunctions.Benchmarks -- VERB
switch (args)
{
    case ["content", .. var rest]:
        return ContentVerbs.Run(rest);
    case ["query", .. var rest]:
        return await QueryVerbs.RunAsync(rest);
    case ["delivery", .. var rest]:
        return await DeliveryVerbs.RunAsync(rest);
    case ["start", .. var rest]:
        return await LeastHost.RunAsync(rest);
    case ["latency"]:
        await Latency.MeasureAsync(uploads: 200);
        return 0;
    case ["corpus", var folder]:
        await CorpusLatency.MeasureAsync(folder);
        return 0;
    case ["throughput"]:
        await Throughput.MeasureAsync(files: 1_000);
        return 0;
    case ["throughput", var folder]:
        await Throughput.MeasureAsync(folder);
        return 0;
    case ["memory"]:
        await Memory.MeasureAsync(posts: 5_000);
        return 0;
    case ["beside"]:
        await Beside.MeasureAsync(saves: 1_000, uploads: 50);
        return 0;
    case ["withdrawal"]:
        await Withdrawal.MeasureAsync(posts: 100);
        return 0;
    case ["pictures", var folder]:
        Pictures.MeasureFolder(folder);
        return 0;
    case ["picture", var file]:
        Pictures.Measure(file);
        return 0;
    case ["picture-page"]:
        await PicturePage.MeasureAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            usage, and how long it takes on two cores:
              content [FILTER]     rendering beside bare Markdig, by BenchmarkDotNet; more in Content/ContentVerbs.cs
              query [POSTS]        questions to a replica of 100,000 posts
              query search         searches in 10,000 posts
              query relevance      asked by tests/relevance/measure.sh
              delivery [PART]      all that the README's picture shows (seven minutes); parts: hot, queries, starts, large
              start [--bare]       the app's own code in the least of hosts, which tests/cold-start.sh starts
              latency              from upload to answer, of 200 posts
              corpus FOLDER        the same over a folder of Markdown
              throughput [FOLDER]  1,000 files, or a folder's, until the last is online
              memory               the peak of a process that publishes 5,000 posts
              beside               readers' answers while somebody publishes
              pictures FOLDER      what each picture of a folder takes to be cleaned, read and scaled
              picture-page         a page of sixteen large photographs, asked for by 24 readers at once
              withdrawal           how long after it is hidden a post is still seen
            """
        );
        return 2;
}
