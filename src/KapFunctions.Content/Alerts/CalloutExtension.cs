using KapFunctions.Content.Comments;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

/// <summary>Obsidian's callouts, <c>> [!tip]- Title</c>: alerts with a title, perhaps folded. https://help.obsidian.md/callouts</summary>
internal sealed class CalloutExtension : IMarkdownExtension
{
    private static readonly object TitleKey = new();

    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<AlertInlineParser>(new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>The title that the author wrote; null where the kind is the title.</summary>
    public static string? TitleOf(AlertBlock alert) => alert.GetData(TitleKey) as string;

    private sealed class Inlines : InlineParser
    {
        private const int MaxKind = 30;

        public Inlines() => OpeningCharacters = ['['];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (
                slice.PeekChar() != '!'
                || processor.Block
                    is not ParagraphBlock { Parent: QuoteBlock and not AlertBlock, Inline.FirstChild: null } paragraph
            )
            {
                return false;
            }
            var rest = slice.AsSpan();
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            var close = line.IndexOf(']');
            // Behind a bar stands how a theme shows it.
            var kind = close < 0 ? [] : line[2..close];
            kind = kind.IndexOf('|') is > 0 and var bar ? kind[..bar] : kind;
            if (kind.Length is 0 or > MaxKind || !IsWord(kind))
            {
                return false;
            }
            var title = CommentText.Without(line[(close + 1)..].TrimStart("+-").Trim().ToString());
            Replace(
                processor,
                (QuoteBlock)paragraph.Parent!,
                new(slice.Text, slice.Start + 2, slice.Start + 1 + kind.Length),
                title
            );
            slice.Start += line.Length + (end < 0 ? 0 : 1);
            paragraph.RemoveAfterProcessInlines = slice.IsEmptyOrWhitespace();
            return true;
        }

        private static bool IsWord(ReadOnlySpan<char> kind)
        {
            foreach (var c in kind)
            {
                if (!char.IsAsciiLetter(c) && c != '-')
                {
                    return false;
                }
            }
            return true;
        }

        private static void Replace(InlineProcessor processor, QuoteBlock quote, StringSlice kind, string title)
        {
            var alert = new AlertBlock(kind) { Line = quote.Line };
            alert.GetAttributes().AddClass("markdown-alert");
            alert.GetAttributes().AddClass("markdown-alert-" + kind.ToString().ToLowerInvariant());
            if (title.Length > 0)
            {
                alert.SetData(TitleKey, title);
            }
            quote.ReplaceBy(alert);
            processor.ReplaceParentContainer(quote, alert);
        }
    }
}
