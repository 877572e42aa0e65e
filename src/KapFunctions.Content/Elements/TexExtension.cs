using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

/// <summary>Formulas as LaTeX and language models write them: <c>\( … \)</c> among text, <c>\[ … \]</c> on lines of their own. In
/// Markdown these are escaped brackets, so what stands between them must look like a formula.</summary>
internal sealed class TexExtension : IMarkdownExtension
{
    /// <summary>Longest formula, in characters: how far its end is looked for.</summary>
    private const int MaxLength = 2_000;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new Inlines());
        pipeline.BlockParsers.Insert(0, new Lines());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = ['\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var isDisplay = slice.PeekChar() == '[';
            if (!isDisplay && slice.PeekChar() != '(')
            {
                return false;
            }
            var text = slice.AsSpan()[2..];
            var end = text[..Math.Min(text.Length, MaxLength)]
                .IndexOf(isDisplay ? @"\]" : @"\)", StringComparison.Ordinal);
            if (
                end <= 0
                || !TexShape.IsFormula(text[..end], needsSign: isDisplay)
                || (isDisplay && !(IsFirstInLine(slice) && IsLastInLine(text[(end + 2)..])))
            )
            {
                return false;
            }
            StringSlice content = new(slice.Text, slice.Start + 2, slice.Start + 1 + end);
            content.Trim();
            processor.Inline = new MathInline { DelimiterCount = isDisplay ? 2 : 1, Content = content };
            slice.Start += end + 4;
            return true;
        }

        private static bool IsFirstInLine(StringSlice slice)
        {
            var at = -1;
            while (slice.PeekCharExtra(at) == ' ')
            {
                at--;
            }
            return slice.PeekCharExtra(at) is '\n' or '\0';
        }

        private static bool IsLastInLine(ReadOnlySpan<char> rest) => rest.TrimStart(" .,;") is [] or ['\n', ..];
    }

    /// <summary>What stands between a line <c>\[</c> and a line <c>\]</c>, whatever it would be otherwise.</summary>
    private sealed class Lines : BlockParser
    {
        public Lines() => OpeningCharacters = ['\\'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (processor.IsCodeIndent || line.AsSpan().TrimEnd() is not @"\[" || !IsClosed(line))
            {
                return BlockState.None;
            }
            var formula = new MathBlock(this) { Line = processor.LineIndex, Column = processor.Column };
            formula.GetAttributes().AddClass("math");
            processor.NewBlocks.Push(formula);
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block) =>
            processor.Line.AsSpan().Trim() is @"\]" ? BlockState.BreakDiscard : BlockState.Continue;

        private static bool IsClosed(StringSlice line)
        {
            var start = Math.Min(line.Text.Length, line.End + 1);
            var rest = line.Text.AsSpan(start, Math.Min(MaxLength, line.Text.Length - start));
            foreach (var next in rest.EnumerateLines())
            {
                if (next.Trim(" \t>") is @"\]")
                {
                    return true;
                }
            }
            return false;
        }
    }
}
