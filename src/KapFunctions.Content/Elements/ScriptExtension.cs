using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Sub- and superscript hold no blank, as in Pandoc: a tilde or caret without its like before the next blank is text
/// (<c>900~1000 … 300~350</c>, <c>a^2 + b^2</c>). https://pandoc.org/MANUAL.html#superscripts-and-subscripts</summary>
internal sealed class ScriptExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var emphasis = pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!;
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new Inlines(emphasis));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        private readonly EmphasisInlineParser emphasis;

        public Inlines(EmphasisInlineParser emphasis)
        {
            this.emphasis = emphasis;
            OpeningCharacters = ['~', '^'];
        }

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var mark = slice.CurrentChar;
            if (slice.PeekChar() == mark && mark == '~')
            {
                return false;
            }
            var closing = processor.ParserStates[Index] as ExpectedEnd;
            var type = DelimiterType.Undefined;
            if (closing?.At == slice.Start && closing.Mark == mark)
            {
                (type, processor.ParserStates[Index]) = (DelimiterType.Close, null!);
            }
            else if (ScriptShape.Length(slice) is > 0 and var length)
            {
                (type, processor.ParserStates[Index]) = (
                    DelimiterType.Open,
                    new ExpectedEnd(mark, slice.Start + length)
                );
            }
            processor.Inline = type == DelimiterType.Undefined ? Text(ref slice) : Delimiter(type, ref slice);
            return true;
        }

        private static LiteralInline Text(ref StringSlice slice)
        {
            var (mark, start) = (slice.CurrentChar, slice.Start);
            while (slice.CurrentChar == mark)
            {
                slice.SkipChar();
            }
            return new() { Content = new(slice.Text, start, slice.Start - 1) };
        }

        private EmphasisDelimiterInline Delimiter(DelimiterType type, ref StringSlice slice)
        {
            var mark = slice.CurrentChar;
            slice.SkipChar();
            return new(emphasis, emphasis.EmphasisDescriptors.Find(known => known.Character == mark)!)
            {
                DelimiterCount = 1,
                Type = type,
            };
        }
    }

    private sealed record ExpectedEnd(char Mark, int At);
}
