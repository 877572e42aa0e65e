using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>Text for readers, whatever it is written as: in a heading's id, in a picture's words.</summary>
internal abstract class TextInline : LeafInline
{
    public required string Text { get; init; }
}
