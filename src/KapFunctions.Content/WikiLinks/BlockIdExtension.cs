using KapFunctions.Content.Links;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.WikiLinks;

/// <summary>Obsidian's name for a block, at its end or on a line of its own below: <c>A sentence. ^my-id</c>. Readers do not see
/// it, and <c>[[#^my-id]]</c> leads there. https://help.obsidian.md/links#Link+to+a+block+in+a+note</summary>
internal sealed class BlockIdExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        private const int MaxLength = 100;

        /// <summary>Digits alone are a power unless they are as many as Obsidian itself makes.</summary>
        private const int GeneratedLength = 6;

        public Inlines() => OpeningCharacters = ['^'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekCharExtra(-1) is not (' ' or '\n' or '\0') || IdAtEnd(slice.AsSpan()[1..]) is not { } id)
            {
                return false;
            }
            if (Target(processor) is not { } target)
            {
                return false;
            }
            target.GetAttributes().Id ??= Anchor.Of(id);
            slice.Start = slice.End + 1;
            return true;
        }

        private static string? IdAtEnd(ReadOnlySpan<char> text)
        {
            var id = text.TrimEnd();
            return
                id.Length is >= 2 and <= MaxLength
                && id.IndexOfAnyExcept(NameCharacters) < 0
                && (id.Length >= GeneratedLength || id.IndexOfAnyExceptInRange('0', '9') >= 0)
                ? id.ToString()
                : null;
        }

        /// <summary>The block that ends with it; on a line of its own, the one above.</summary>
        private static Block? Target(InlineProcessor processor)
        {
            var block = processor.Block!;
            if (processor.Inline is LiteralInline before)
            {
                before.Content.TrimEnd();
            }
            else if (processor.Inline is null || processor.Inline == processor.Root)
            {
                var index = block.Parent?.IndexOf(block) ?? 0;
                block.RemoveAfterProcessInlines = index > 0;
                return index > 0 ? block.Parent![index - 1] : null;
            }
            return block.Parent is ListItemBlock item && item[0] == block ? item : block;
        }

        private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
        );
    }
}
