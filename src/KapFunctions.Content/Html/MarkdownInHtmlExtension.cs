using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Html;

/// <summary>Kramdown's <c>&lt;div markdown="1"&gt;</c>. https://kramdown.gettalong.org/syntax.html#html-blocks</summary>
internal sealed partial class MarkdownInHtmlExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new OpenTagParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class OpenTagParser : HtmlBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var opens = Opens(processor);
            var state = base.TryOpen(processor);
            return opens && state == BlockState.Continue ? BlockState.Break : state;
        }

        /// <summary>Within HTML that goes on to the next empty line, too.</summary>
        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var opens =
                block is HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock }
                && Opens(processor);
            var state = base.TryContinue(processor, block);
            return opens && state == BlockState.Continue ? BlockState.Break : state;
        }

        private static bool Opens(BlockProcessor processor) =>
            processor.Line.AsSpan() is var line
            && line.Contains("markdown", StringComparison.Ordinal)
            && OpenTag().IsMatch(line);
    }

    // Whether the tag is the whole line is asked once, not behind each attribute.
    [GeneratedRegex(@"^\s*<[A-Za-z](?=[^<>]*>\s*$)[^<>]*\smarkdown", RegexOptions.CultureInvariant)]
    private static partial Regex OpenTag();
}
