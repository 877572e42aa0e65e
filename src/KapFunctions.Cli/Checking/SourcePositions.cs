using System.Text;
using KapFunctions.Cli.Folders;
using KapFunctions.Content;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Checking;

/// <summary>Rendering keeps no positions of links, so the text is searched.</summary>
internal sealed class SourcePositions(LocalFile file)
{
    private readonly string text = Encoding
        .UTF8.GetString(BoundedFile.Read(file.Path, PostRenderer.MaxSourceBytes).Span)
        .TrimStart('\uFEFF');

    /// <summary>The first mention, as written or percent-encoded; the file's start where there is none.</summary>
    public (int Line, int Column) Of(string mention)
    {
        var index = FirstOf(
            mention,
            Uri.EscapeDataString(mention),
            mention.Replace(" ", "%20", StringComparison.Ordinal)
        );
        var before = text.AsSpan(0, Math.Max(0, index));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private int FirstOf(params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase) is >= 0 and var index)
            {
                return index;
            }
        }
        return -1;
    }
}
