using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Comments;

internal sealed class CommentInline : LeafInline;

internal sealed class CommentBlock(BlockParser parser) : LeafBlock(parser)
{
    public CommentSyntax? Syntax { get; init; }

    public bool IsClosed { get; set; }

    /// <summary>Docusaurus's, behind which the summary has ended.</summary>
    public bool IsMore { get; init; }
}

/// <summary>Private comments of other programs. One without an end hides the rest of its block or paragraph:
/// better a text cut short and told of than a private note in public.</summary>
internal sealed class CommentExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new Lines());
        pipeline.InlineParsers.Insert(0, new Inlines());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Lines : BlockParser
    {
        public Lines() => OpeningCharacters = ['%', '{'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.AsSpan();
            if (processor.IsCodeIndent || CommentSyntax.Of(line, before: '\0', out var length) is not { } syntax)
            {
                return BlockState.None;
            }
            var end = syntax.Closing(line[length..]);
            if (end > 0 && !line[(length + end)..].IsWhiteSpace())
            {
                return BlockState.None;
            }
            processor.NewBlocks.Push(
                new CommentBlock(this)
                {
                    Syntax = syntax,
                    IsClosed = end > 0,
                    IsMore = line.TrimEnd() is "{/* truncate */}",
                    Line = processor.LineIndex,
                }
            );
            return end > 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var comment = (CommentBlock)block;
            var line = processor.Line.AsSpan();
            var end = comment.Syntax!.Closing(line);
            if (end == 0)
            {
                return BlockState.ContinueDiscard;
            }
            comment.IsClosed = true;
            if (line[end..].IsWhiteSpace())
            {
                return BlockState.BreakDiscard;
            }
            // What stands behind it on the line is no longer of this block.
            processor.Line.Start += end;
            return BlockState.None;
        }
    }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = ['%', '{', '<'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.AsSpan();
            var syntax = CommentSyntax.OfAny(text, slice.PeekCharExtra(-1), out var length);
            // What did not end once in this paragraph does not end later on: searching once is enough.
            if (syntax is null || processor.Block!.ContainsData(syntax))
            {
                return false;
            }
            var end = syntax.Closing(text[length..]);
            end = end > 0 ? end : syntax.LooseClosing(text[length..]);
            if (end == 0 && !syntax.IsCertain)
            {
                processor.Block.SetData(syntax, syntax);
                return false;
            }
            if (end > 0 && syntax == CommentSyntax.Html)
            {
                // Markdig's own, of which one may say where the summary ends.
                return false;
            }
            var before = processor.Inline;
            processor.Inline = new CommentInline { IsClosed = end > 0 };
            slice.Start += end > 0 ? length + end : text.Length;
            HiddenText.DropBlankBefore(before, slice);
            return true;
        }
    }
}

/// <summary>Writes nothing, and tells once a file that something is hidden, and of a comment without an end.</summary>
internal sealed class CommentInlineRenderer : PostObjectRenderer<CommentInline>
{
    protected override void Write(PostHtmlRenderer renderer, CommentInline comment) =>
        HiddenText.Report(renderer.Source, comment, comment.IsClosed);
}

internal sealed class CommentBlockRenderer : PostObjectRenderer<CommentBlock>
{
    protected override void Write(PostHtmlRenderer renderer, CommentBlock comment)
    {
        renderer.MetMore |= comment.IsMore;
        if (!comment.IsMore)
        {
            HiddenText.Report(renderer.Source, comment, comment.IsClosed);
        }
    }
}

internal static class HiddenText
{
    /// <summary>Of the blanks around what readers do not see one is left, and none before a comma.</summary>
    public static void DropBlankBefore(Inline? before, StringSlice rest)
    {
        if (
            before is LiteralInline literal
            && literal.Content is { Length: > 1 } text
            && text.Text[text.End] == ' '
            && (rest.IsEmpty || rest.CurrentChar is ' ' or '\n' or ',' or '.' or ';' or ':' or '!' or '?' or ')')
        )
        {
            literal.Content.End--;
        }
    }

    public static void Report(BodySource source, MarkdownObject comment, bool isClosed)
    {
        if (!isClosed)
        {
            source.Report(ProblemCatalog.CommentUnclosed, comment, "", "%% or what else its beginning asks for");
        }
        else if (source.Problems.IsFirst(ProblemCatalog.CommentHidden))
        {
            source.Report(ProblemCatalog.CommentHidden, comment, "");
        }
    }
}
