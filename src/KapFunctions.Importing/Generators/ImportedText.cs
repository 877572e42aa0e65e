using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;

namespace KapFunctions.Importing.Generators;

/// <summary>The path is that of the other generator, with forward slashes; lines of the text end with line feeds.</summary>
internal sealed record ImportedText(string Path, string Text, string Body, Fields Fields, PostMetadata Metadata)
{
    public string Target { get; init; } = "";

    /// <summary>The name without folders and ending; of a bundle's <c>index.md</c> the folder's.</summary>
    public string Stem => StemOf(Path);

    public string Folder => FolderOf(Path);

    public static string StemOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name is "index" or "_index" && FolderOf(path) is { Length: > 0 } folder ? folder.Split('/')[^1] : name;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    /// <summary>Whether a link in another text may mean it: by its whole path or the end of one, with or without its ending.</summary>
    public bool IsMeantBy(string wanted)
    {
        var path = Path[..^System.IO.Path.GetExtension(Path).Length];
        var bundle = path.EndsWith("/index", StringComparison.Ordinal) ? path[..^6] : path;
        return path == wanted
            || bundle == wanted
            || bundle.EndsWith("/" + wanted, StringComparison.Ordinal)
            || Path.EndsWith("/" + wanted, StringComparison.Ordinal);
    }
}
