using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

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
            var opens = OpenTag().IsMatch(processor.Line.AsSpan());
            var state = base.TryOpen(processor);
            return opens && state == BlockState.Continue ? BlockState.Break : state;
        }
    }

    // Whether the tag is the whole line is asked once, not behind each attribute.
    [GeneratedRegex(@"^\s*<[A-Za-z](?=[^<>]*>\s*$)[^<>]*\smarkdown", RegexOptions.CultureInvariant)]
    private static partial Regex OpenTag();
}
