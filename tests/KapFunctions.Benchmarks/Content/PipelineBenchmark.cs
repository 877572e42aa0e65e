using BenchmarkDotNet.Attributes;
using KapFunctions.Content;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Pipeline;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using Markdig;

namespace KapFunctions.Benchmarks.Content;

/// <summary>
/// The whole pipeline (decode, front matter, parse, render, sanitise, derive) against bare Markdig with the same extensions
/// on the same bodies: at most 5 times its time and 6 times its allocation.
/// </summary>
[MemoryDiagnoser]
// Once warm: the parsers are large, and are compiled anew while they run.
[SimpleJob(warmupCount: 20, iterationCount: 20)]
public class PipelineBenchmark
{
    private readonly MarkdownPipeline bare = PostPipeline.Extended(new()).Build();
    private SourceFile[] files = [];
    private string[] bodies = [];

    [GlobalSetup]
    public void Read()
    {
        files = Corpus.Read();
        bodies = [.. files.Select(Body)];
    }

    [Benchmark(Baseline = true)]
    public int Markdig()
    {
        var length = 0;
        foreach (var body in bodies)
        {
            length += Markdown.ToHtml(body, bare).Length;
        }
        return length;
    }

    [Benchmark]
    public int Pipeline()
    {
        var length = 0;
        foreach (var file in files)
        {
            length += PostRenderer.Render(file, new()).Post?.Body.Html.Length ?? 0;
        }
        return length;
    }

    private static string Body(SourceFile file)
    {
        var problems = new ProblemLog(file.Path);
        var text = SourceText.Decode(file, PostRenderer.MaxSourceBytes, problems);
        return text is not null && FrontMatterReader.Read(text, problems) is var (_, block) ? block.Body : "";
    }
}
