using KapFunctions.Content.Posts;
using Xunit.Abstractions;

namespace KapFunctions.Content.Tests.Corpus;

/// <summary>Real posts, where they are at hand: KAP_CORPUS, or shared/corpus/18f beside the repository.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string? Folder = Find();

    [Fact]
    public void At_most_one_of_the_real_posts_has_an_error()
    {
        if (Folder is null)
        {
            return;
        }
        var results = Directory
            .GetFiles(Folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Render)
            .ToList();
        var problems = results.SelectMany(result => result.Problems).ToList();
        foreach (var code in problems.GroupBy(problem => problem.Code).OrderByDescending(group => group.Count()))
        {
            output.WriteLine(
                $"{code.Count(), 6} {code.Key}: {string.Join(" | ", code.Take(4).Select(p => $"{p.File}:{p.Line} {p.Message}"))}"
            );
        }
        Assert.True(results.Count(result => result.Post is null) <= 1);
    }

    private static RenderResult Render(string file) =>
        PostRenderer.Render(new("posts/" + Path.GetFileName(file), File.ReadAllBytes(file)), new());

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KAP_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus", "18f");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }
        return null;
    }
}
