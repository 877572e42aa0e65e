using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Extensions.GenericAttributes;
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
    private const int MaxLength = 1000;

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
        if (!TryRead(ref braces, out var allowed) || !braces.IsEmptyOrWhitespace())
        {
            return false;
        }
        Attach(allowed, (MarkdownObject)block);
        line.End = brace - 1;
        return true;
    }

    private static bool TryRead(ref StringSlice slice, out HtmlAttributes allowed)
    {
        allowed = new();
        // "{{" and "{%" are template code, "${" is a shell variable.
        if (slice.PeekChar() is not ('#' or '.' or ':' or (>= 'a' and <= 'z')) || Inside(slice) is not { } inside)
        {
            return false;
        }
        // Kramdown's braces begin with a colon, which Markdig takes for a name.
        var isKramdown = inside[0] == ':';
        var braces = new StringSlice("{" + (isKramdown ? inside[1..] : inside) + "}");
        if (!GenericAttributesParser.TryParse(ref braces, out var written) || !(Keep(written, allowed) || isKramdown))
        {
            return false;
        }
        slice.Start += inside.Length + 2;
        return true;
    }

    /// <summary>What stands in braces that close soon: Markdig reads up to the end of the paragraph for each brace.</summary>
    private static string? Inside(StringSlice slice)
    {
        var inside = slice.AsSpan()[1..];
        var end = inside[..Math.Min(inside.Length, MaxLength)].IndexOfAny("{}\n");
        return end > 0 && inside[end] == '}' ? inside[..end].ToString() : null;
    }

    private static bool Keep(HtmlAttributes written, HtmlAttributes allowed)
    {
        if (written.Id is { } id && Anchor.Of(id) is { Length: > 0 } anchor)
        {
            allowed.Id = anchor;
        }
        foreach (var name in written.Classes ?? [])
        {
            if (AttributeRules.IsClass(name))
            {
                allowed.AddClass(name);
            }
        }
        foreach (var (name, value) in written.Properties ?? [])
        {
            if (value is not null && AttributeRules.Value(name, value) is { } safe)
            {
                allowed.AddProperty(name.ToLowerInvariant(), safe);
            }
        }
        return allowed.Id is not null
            || allowed.Classes is { Count: > 0 }
            || allowed.Properties is { Count: > 0 }
            || IsExplicit(written);
    }

    /// <summary>What can only have been meant as attributes goes even where nothing of it stays; a word in braces does not.</summary>
    private static bool IsExplicit(HtmlAttributes written) =>
        written.Properties?.Exists(property => property.Value is not null) ?? false;

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
                || !TryRead(ref line, out var allowed)
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
            if (slice.PeekCharExtra(-1) is '{' or '$' || IsComponent(slice) || !TryRead(ref slice, out var allowed))
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
