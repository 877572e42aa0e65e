using System.Text;
using KapFunctions.Cli.Folders;
using KapFunctions.Content;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Checking;

/// <summary>Where a file mentions something.</summary>
internal sealed class SourcePositions(LocalFile file)
{
    private readonly string text = Encoding
        .UTF8.GetString(BoundedFile.Read(file.Path, PostRenderer.MaxSourceBytes).Span)
        .TrimStart('\uFEFF');

    public Position Of(string mention) => Mentions.Of(text, mention);
}
