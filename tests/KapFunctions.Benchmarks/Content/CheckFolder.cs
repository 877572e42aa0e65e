using System.Diagnostics;
using System.Globalization;
using KapFunctions.Content;
using KapFunctions.Content.Problems;

namespace KapFunctions.Benchmarks.Content;

/// <summary>Publishes every Markdown file of a folder, whichever site it comes from, and tells what authors would be told.</summary>
internal static class CheckFolder
{
    private const int Slowest = 5;

    private static readonly string[] Endings = [".md", ".markdown", ".mdx"];

    public static void Run(string folder, string[] codes)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal)
            .Select(file => Checked.Of(folder, file))
            .ToList();
        foreach (var problem in files.SelectMany(file => file.Problems).Where(problem => codes.Contains(problem.Code)))
        {
            Console.WriteLine($"{problem.File}:{problem.Line}:{problem.Column}: {problem.Code}: {problem.Message}");
        }
        PrintSummary(files);
    }

    private static void PrintSummary(List<Checked> files)
    {
        var broken = files.Count(file => !file.IsPublished);
        var share = 100.0 * (files.Count - broken) / Math.Max(1, files.Count);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Count} files, {broken} with an error, {share:f2} % published"
            )
        );
        var byCode = files.SelectMany(file => file.Problems).GroupBy(problem => (problem.Severity, problem.Code));
        foreach (var same in byCode.OrderBy(same => same.Key.Severity).ThenByDescending(same => same.Count()))
        {
            var inFiles = same.DistinctBy(problem => problem.File).Count();
            Console.WriteLine($"{same.Count(), 7} in {inFiles, 5} files  {same.Key.Severity, -7} {same.Key.Code}");
        }
        foreach (var slow in files.OrderByDescending(file => file.Took).Take(Slowest))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{slow.Took.TotalMilliseconds, 7:f0} ms {slow.Bytes, 8} bytes {slow.Path}"
                )
            );
        }
    }

    private sealed record Checked(
        string Path,
        int Bytes,
        bool IsPublished,
        IReadOnlyList<Problem> Problems,
        TimeSpan Took
    )
    {
        public static Checked Of(string folder, string file)
        {
            var path = "posts/" + System.IO.Path.ChangeExtension(System.IO.Path.GetRelativePath(folder, file), ".md");
            var bytes = File.ReadAllBytes(file);
            var watch = Stopwatch.StartNew();
            var result = PostRenderer.Render(new(path, bytes), new());
            var isPublished = result.Problems.All(problem => problem.Severity != Severity.Error);
            return new(path, bytes.Length, isPublished, result.Problems, watch.Elapsed);
        }
    }
}
