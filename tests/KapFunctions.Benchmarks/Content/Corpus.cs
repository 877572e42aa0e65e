using KapFunctions.Content.Sources;

namespace KapFunctions.Benchmarks.Content;

/// <summary>The posts to measure with: KAP_CORPUS, or shared/corpus/18f beside the repository.</summary>
internal static class Corpus
{
    public static string[] Paths() =>
        [.. Directory.GetFiles(Folder(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static SourceFile Read(string path) => new("posts/" + Path.GetFileName(path), File.ReadAllBytes(path));

    public static SourceFile[] Read() => [.. Paths().Select(Read)];

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("KAP_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus", "18f");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }
        throw new DirectoryNotFoundException("Set KAP_CORPUS to a folder of Markdown files.");
    }
}
