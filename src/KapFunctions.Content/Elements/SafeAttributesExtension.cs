using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Attributes in braces (<c>{#id .class lang=de}</c>) from an allow-list; braces that name nothing allowed stay text.</summary>
internal sealed partial class SafeAttributesExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new Inlines());
        pipeline.BlockParsers.Insert(0, new LineBelow());
        foreach (var parser in pipeline.BlockParsers.OfType<IAttributesParseable>())
        {
            parser.TryParseAttributes = TryParseLineEnd;
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private static bool TryParseLineEnd(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var brace = line.IndexOf('{');
        if (brace < 0)
        {
            return false;
        }
        var braces = line;
        braces.Start = brace;
        if (!SafeAttributes.TryRead(ref braces, out var allowed) || !braces.IsEmptyOrWhitespace())
        {
            return false;
        }
        Attach(allowed, (MarkdownObject)block);
        line.End = brace - 1;
        return true;
    }

    private static void Attach(HtmlAttributes allowed, MarkdownObject target) =>
        allowed.CopyTo(target.GetAttributes(), mergeIdAndProperties: true, shared: false);

    /// <summary>Kramdown's line below a block: <c>{: .wide}</c>.</summary>
    private sealed partial class LineBelow : BlockParser
    {
        public LineBelow() => OpeningCharacters = ['{'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (!processor.IsCodeIndent && processor.CurrentBlock is not ParagraphBlock && IsSwitch(line))
            {
                return BlockState.BreakDiscard;
            }
            if (
                processor.IsCodeIndent
                || line.PeekChar() != ':'
                || BlockAbove(processor) is not { } above
                || !SafeAttributes.TryRead(ref line, out var allowed)
                || !line.IsEmptyOrWhitespace()
            )
            {
                return BlockState.None;
            }
            Attach(allowed, above);
            if (Contents().IsMatch(processor.Line.AsSpan()))
            {
                ContentsMarker.Note(above);
            }
            // Parsers that may interrupt a paragraph are asked while it is marked as closed.
            above.IsOpen |= above is ParagraphBlock;
            return BlockState.BreakDiscard;
        }

        /// <summary>A line neither indented like an item nor marked like a quotation is of the list or quotation as a whole.</summary>
        private static Block Outermost(Block block)
        {
            while (block.Parent is ListItemBlock or ListBlock or QuoteBlock)
            {
                block = block.Parent;
            }
            return block;
        }

        /// <summary>What tells kramdown how to read on, such as <c>{::options toc_levels="2" /}</c>, is nothing for readers.</summary>
        private static bool IsSwitch(StringSlice line) => line.PeekChar() == ':' && Switch().IsMatch(line.AsSpan());

        [GeneratedRegex(@"\A\{:(:(options|nomarkdown)\b[^{}]*|/(nomarkdown)?)\}\s*\z", RegexOptions.CultureInvariant)]
        private static partial Regex Switch();

        [GeneratedRegex(@"\A\{: *toc\b", RegexOptions.CultureInvariant)]
        private static partial Regex Contents();

        private static Block? BlockAbove(BlockProcessor processor)
        {
            if (processor.CurrentBlock is ParagraphBlock paragraph)
            {
                return processor.Line.Start == processor.CurrentLineStartPosition ? Outermost(paragraph) : paragraph;
            }
            var text = processor.Line.Text;
            var lineStart = processor.CurrentLineStartPosition;
            var isBelowText = lineStart > 1 && text[lineStart - 2] != '\n';
            return isBelowText ? processor.CurrentContainer?.LastChild : null;
        }
    }

    private sealed class Inlines : InlineParser
    {
        private const int MaxName = 60;

        public Inlines() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (
                slice.PeekCharExtra(-1) is '{' or '$'
                || IsComponent(slice)
                || !SafeAttributes.TryRead(ref slice, out var allowed)
            )
            {
                return false;
            }
            Attach(allowed, Target(processor, slice));
            return true;
        }

        /// <summary>True behind the name of a component of Nuxt's, as in <c>::alert{type=info}</c>: those are its own.</summary>
        private static bool IsComponent(StringSlice slice)
        {
            var at = -1;
            while (at > -MaxName && slice.PeekCharExtra(at) is var c && (char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                at--;
            }
            return at < -1 && slice.PeekCharExtra(at) == ':';
        }

        /// <summary>The link, picture or code just before; else the block; alone on its line, the block that follows.</summary>
        private static MarkdownObject Target(InlineProcessor processor, StringSlice rest)
        {
            var before = processor.Inline;
            if (
                before is not null and not LiteralInline and not LineBreakInline and not DelimiterInline
                && before != processor.Root
            )
            {
                return before;
            }
            var block = processor.Block!;
            if (before is null && block is ParagraphBlock { Parent: { } parent } && rest.IsEmptyOrWhitespace())
            {
                var next = parent.IndexOf(block) + 1;
                block.RemoveAfterProcessInlines = true;
                return next < parent.Count ? parent[next] : block;
            }
            return block;
        }
    }
}
