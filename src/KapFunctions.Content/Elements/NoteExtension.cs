using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

/// <summary>A note ends where another block begins at the left edge, as on GitHub: nothing but its paragraph goes on without
/// indentation.</summary>
internal sealed partial class NoteExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<FootnoteParser>(new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : FootnoteParser
    {
        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (
                processor is { Column: 0, IsBlankLine: false, CurrentBlock: null or { IsBreakable: true } }
                && Beginning().IsMatch(processor.Line.AsSpan())
            )
            {
                processor.Close(block);
                return BlockState.None;
            }
            return base.TryContinue(processor, block);
        }
    }

    /// <summary>What may stand right below a paragraph: https://spec.commonmark.org/0.31.2/#paragraphs</summary>
    [GeneratedRegex(
        @"\A(#{1,6}([ \t]|\z)|>|```|~~~|:::|[-+*][ \t]|1[.)][ \t]|(\*[ \t]*){3,}\z|(-[ \t]*){3,}\z|(_[ \t]*){3,}\z|</?[A-Za-z!])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Beginning();
}
