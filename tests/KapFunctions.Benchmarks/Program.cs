using System.Globalization;
using KapFunctions.Benchmarks.Content;
using KapFunctions.Benchmarks.Delivery;
using KapFunctions.Benchmarks.Fuzzing;
using KapFunctions.Benchmarks.Measure;
using KapFunctions.Benchmarks.Query;
using KapFunctions.Benchmarks.Restore;
using KapFunctions.Benchmarks.Start;
using KapFunctions.Benchmarks.Trust;

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
    case ["trust", .. var rest]:
        return await TrustVerbs.RunAsync(rest);
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
    case ["memory", var posts, var folder]:
        await Memory.MeasureAsync(int.Parse(posts, CultureInfo.InvariantCulture), folder);
        return 0;
    case ["reads"]:
        return await HotReads.MeasureAsync() ? 0 : 1;
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
        return await PicturePage.MeasureAsync() ? 0 : 1;
    case ["many-pictures", var pictures]:
        await ManyPictures.MeasureAsync(int.Parse(pictures, CultureInfo.InvariantCulture));
        return 0;
    case ["restore", var folder, var posts]:
        return await RestoreDrill.RunAsync(folder, int.Parse(posts, CultureInfo.InvariantCulture));
    case ["fuzz", .. var rest]:
        Fuzz.Run(rest);
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
              memory [POSTS FOLDER]
                                   the peak of a process that publishes 5,000 posts; or so many beside a folder's, all read then
              reads                readers' answers, idle and beside ten posts a second (three minutes)
              beside               saves and uploads beside files made to stall a renderer
              pictures FOLDER      what each picture of a folder takes to be cleaned, read and scaled
              picture-page         a page of sixteen large photographs, asked for by 24 readers at once
              many-pictures COUNT  so many small pictures uploaded at once, and posts meanwhile
              restore FOLDER POSTS what was lost is made again, and answers are compared: tests/restore-drill.sh
              trust TRIAL          long trials, which tests/trust.sh starts and describes
              fuzz [COUNT FILE…]   mutations of Markdown files, or the target for AFL: Fuzzing/README.md
              withdrawal           how long after it is hidden a post is still seen
            """
        );
        return 2;
}
