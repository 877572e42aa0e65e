using KapFunctions.Content.Comments;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

/// <summary>Makes the mark of a note of what <see cref="InlineNotes"/> defined.</summary>
internal sealed class InlineNoteExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = ['^'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (
                InlineNotes.LengthOf(slice.AsSpan()) is not (> 0 and var length)
                || !processor.Document.TryGetLinkReferenceDefinition(
                    InlineNotes.NameOf(slice.AsSpan()[2..(length - 1)]),
                    out var definition
                )
                || definition is not FootnoteLinkReferenceDefinition { CreateLinkInline: { } create }
            )
            {
                return false;
            }
            processor.Inline = create(processor, definition, null);
            slice.Start += length;
            return true;
        }
    }
}
