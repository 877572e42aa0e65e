using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Comments;

internal sealed class CriticInline : LeafInline
{
    /// <summary>What the author wrote there; empty for a closing, which was told of by its opening.</summary>
    public required string Opening { get; init; }
}

/// <summary>CriticMarkup's edits, read as if all were accepted: <c>{++added++}</c>, <c>{--removed--}</c>, <c>{~~old~>new~~}</c>,
/// <c>{==marked==}</c>. Its comments are <see cref="CommentSyntax"/>. https://criticmarkup.com/spec.php</summary>
internal sealed class CriticExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        private const int MaxShown = 40;

        private static readonly object Searched = new();
        private static readonly object Open = new();

        public Inlines() => OpeningCharacters = ['{', '+', '=', '~'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.AsSpan();
            var length = slice.CurrentChar == '{' ? Opening(processor, text) : Closing(processor, text);
            if (length == 0)
            {
                return false;
            }
            var opening = slice.CurrentChar == '{' ? text[..Math.Min(length, MaxShown)] : [];
            var before = processor.Inline;
            processor.Inline = new CriticInline { Opening = opening.ToString() };
            slice.Start += length;
            if (opening.StartsWith("{--"))
            {
                HiddenText.DropBlankBefore(before, slice);
            }
            return true;
        }

        private static int Opening(InlineProcessor processor, ReadOnlySpan<char> text)
        {
            switch (text)
            {
                case ['{', '+', '+', ..]:
                    return Opens(processor, text, "++}") ? 3 : 0;
                case ['{', '=', '=', ..]:
                    return Opens(processor, text, "==}") ? 3 : 0;
                case ['{', '-', '-', ..]:
                    return Find(processor, text, "--}") is > 0 and var end ? end + 3 : 0;
                case ['{', '~', '~', ..]:
                    var arrow = Find(processor, text, "~>");
                    return arrow > 0 && Opens(processor, text[arrow..], "~~}") ? arrow + 2 : 0;
                default:
                    return 0;
            }
        }

        private static int Closing(InlineProcessor processor, ReadOnlySpan<char> text)
        {
            var closing = text switch
            {
                ['+', '+', '}', ..] => "++}",
                ['=', '=', '}', ..] => "==}",
                ['~', '~', '}', ..] => "~~}",
                _ => null,
            };
            return closing is not null && processor.Block!.GetData(closing) == Open ? closing.Length : 0;
        }

        private static bool Opens(InlineProcessor processor, ReadOnlySpan<char> text, string closing)
        {
            if (Find(processor, text, closing) <= 0)
            {
                return false;
            }
            processor.Block!.SetData(closing, Open);
            return true;
        }

        /// <summary>A paragraph may have very many openings: what a search found, or did not, is kept for the next one.</summary>
        private static int Find(InlineProcessor processor, ReadOnlySpan<char> text, string closing)
        {
            var searched = processor.Block!.GetData(Searched) as Dictionary<string, int>;
            if (searched is null)
            {
                processor.Block.SetData(Searched, searched = []);
            }
            if (searched.TryGetValue(closing, out var behind) && behind <= text.Length)
            {
                return behind < 0 ? -1 : text.Length - behind;
            }
            var at = text.IndexOf(closing, StringComparison.Ordinal);
            searched[closing] = at < 0 ? -1 : text.Length - at;
            return at;
        }
    }
}

internal sealed class CriticRenderer : PostObjectRenderer<CriticInline>
{
    protected override void Write(PostHtmlRenderer renderer, CriticInline mark)
    {
        if (mark.Opening.Length > 0)
        {
            renderer.Source.Report(ProblemCatalog.CriticMarkup, mark, mark.Opening);
        }
    }
}
