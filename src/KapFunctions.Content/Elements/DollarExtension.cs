using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KapFunctions.Content.Elements;

/// <summary>Formulas that touch a word, as where words have no blanks between them (<c>$$O(n)$$의</c>), or begin a line of a paragraph and
/// end on another one. All others Markdig finds.</summary>
internal sealed class DollarExtension : IMarkdownExtension
{
    /// <summary>Longest formula, in characters: how far its end is looked for.</summary>
    private const int MaxLength = 2_000;

    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<MathInlineParser>(new Inlines());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = ['$'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.AsSpan();
            var signs = text.StartsWith("$$") ? 2 : 1;
            var rest = text[signs..Math.Min(text.Length, MaxLength)];
            var end = rest.IndexOf(signs == 2 ? "$$" : "$", StringComparison.Ordinal);
            if (slice.PeekCharExtra(-1) is '$' or '\\' || end <= 0 || rest[end - 1] == '\\')
            {
                return false;
            }
            var inside = rest[..end];
            var behind = text[(end + 2 * signs)..];
            var before = slice.PeekCharExtra(-1);
            if (!(signs == 2 ? IsDisplayed(inside, behind) : IsAmongWords(inside, before, behind)))
            {
                return false;
            }
            StringSlice content = new(slice.Text, slice.Start + signs, slice.Start + signs + end - 1);
            content.Trim();
            processor.Inline = new MathInline
            {
                Delimiter = '$',
                DelimiterCount = signs,
                Content = content,
            };
            slice.Start += end + 2 * signs;
            return true;
        }

        private static bool IsDisplayed(ReadOnlySpan<char> inside, ReadOnlySpan<char> behind) =>
            !inside.IsWhiteSpace() && behind is not ['$', ..];

        /// <summary>Amounts of money have words between them, and formulas none but in TeX.</summary>
        private static bool IsAmongWords(ReadOnlySpan<char> inside, char before, ReadOnlySpan<char> behind) =>
            (IsWide(before) || (behind is [var next, ..] && IsWide(next)))
            && behind is not ['$' or (>= '0' and <= '9'), ..]
            && !char.IsAsciiLetterOrDigit(before)
            && !char.IsWhiteSpace(inside[0])
            && !char.IsWhiteSpace(inside[^1])
            && !inside.Contains('\n')
            && (!inside.ContainsAnyExceptInRange(' ', '~') || inside.Contains('\\'));

        private static bool IsWide(char c) => c >= 0x370 && char.IsLetter(c);
    }
}
