namespace KapFunctions.Content.Benchmarks;

/// <summary>The posts to measure with: KAP_CORPUS, or shared/corpus/18f beside the repository.</summary>
internal static class Corpus
{
    public static SourceFile[] Read() =>
        [
            .. Directory
                .GetFiles(Folder(), "*.md", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => new SourceFile("posts/" + Path.GetFileName(file), File.ReadAllBytes(file))),
        ];

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
