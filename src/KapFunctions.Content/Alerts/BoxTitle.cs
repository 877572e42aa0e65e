using System.Buffers;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

/// <summary>What its author wrote above a box, with the Markdown in it.</summary>
internal static class BoxTitle
{
    /// <summary>Without one of these a title is plain text.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_`[~=^$\\<&:");

    public static void Write(PostHtmlRenderer renderer, string title, Block box)
    {
        if (
            title.AsSpan().ContainsAny(Signs)
            && Markdown.Parse(title, renderer.Pipeline) is [ParagraphBlock { Inline: not null } paragraph]
        )
        {
            // Problems stand at the box's line.
            paragraph.Line = box.Line;
            renderer.WriteLeafInline(paragraph);
            return;
        }
        renderer.WriteEscape(title);
    }
}
