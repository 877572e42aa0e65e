using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>What an import made, read back as the site would read it.</summary>
internal static class Imported
{
    /// <summary>An export that lies among the tests.</summary>
    public static string Export(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Exports", name));

    public static PostMetadata Post(this Desk desk, string path) => desk.Rendered(path).Metadata;

    public static RenderedPost Rendered(this Desk desk, string path)
    {
        var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return PostRenderer.Render(new(name, File.ReadAllBytes(desk.PathOf(path))), new()).Post!;
    }

    public static SiteSettings Site(this Desk desk, string folder) =>
        SiteParser.Parse(new(SiteSettings.Path, File.ReadAllBytes(desk.PathOf($"{folder}/site.yaml")))).Settings!;

    /// <summary>The text of a file below its front matter.</summary>
    public static string Body(this Desk desk, string path) => desk.Read(path).Split("---\n\n", 2)[1];
}
