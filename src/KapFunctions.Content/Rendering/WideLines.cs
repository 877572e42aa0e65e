using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>Chinese and Japanese set no blanks between words, so the end of a line among them is none; Korean does.
/// https://www.w3.org/TR/css-text-3/#line-break-transform</summary>
internal static class WideLines
{
    /// <summary>Whether the lines before and behind <paramref name="end"/> are to be joined without a blank.</summary>
    public static bool Joins(LineBreakInline end) =>
        !end.IsHard
        && Last(end.PreviousSibling) is { } before
        && IsWide(before)
        && IsWide(First(end.NextSibling) ?? ' ');

    private static char? Last(Inline? inline)
    {
        while (inline is ContainerInline container)
        {
            inline = container.LastChild;
        }
        return inline is LiteralInline { Content: { IsEmpty: false } text } ? text[text.End] : null;
    }

    private static char? First(Inline? inline)
    {
        while (inline is ContainerInline container)
        {
            inline = container.FirstChild;
        }
        return inline is LiteralInline { Content: { IsEmpty: false } text } ? text.CurrentChar : null;
    }

    /// <summary>Wide and not Hangul. The halves of a character beyond the first plane stand for ideographs where they can be.</summary>
    private static bool IsWide(char c) =>
        c
            is (>= '\u2E80' and <= '\u30FF')
                or (>= '\u3100' and <= '\u312F')
                or (>= '\u3190' and <= '\uA4CF')
                or (>= '\uD840' and <= '\uD8BF')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFE10' and <= '\uFE1F')
                or (>= '\uFE30' and <= '\uFE6F')
                or (>= '\uFF01' and <= '\uFF9F')
                or (>= '\uFFE0' and <= '\uFFE6');
}
