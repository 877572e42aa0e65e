using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;

namespace KapFunctions.Cli.Importing.Folders;

/// <summary>A text of another generator's folder.</summary>
/// <param name="Path">Its path in that folder, with forward slashes.</param>
/// <param name="Text">Its text, lines ended by line feeds.</param>
/// <param name="Body">The text below its front matter.</param>
/// <param name="Fields">Its front matter.</param>
/// <param name="Metadata">What the site reads from it.</param>
internal sealed record ImportedText(string Path, string Text, string Body, Fields Fields, PostMetadata Metadata)
{
    /// <summary>Where it goes in the content folder.</summary>
    public string Target { get; init; } = "";

    /// <summary>The name without folders and ending; of a bundle's <c>index.md</c> the folder's.</summary>
    public string Stem
    {
        get
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(Path);
            return name is "index" or "_index" && Folder.Length > 0 ? Folder.Split('/')[^1] : name;
        }
    }

    /// <summary>The folder, without a slash at its end.</summary>
    public string Folder => Path.LastIndexOf('/') is > 0 and var slash ? Path[..slash] : "";
}
