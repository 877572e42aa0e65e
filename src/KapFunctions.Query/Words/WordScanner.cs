using System.Text;

namespace KapFunctions.Query.Words;

/// <summary>The words of a text: runs of letters and digits, with apostrophes and what is ignored inside them. <c>C++</c>, <c>C#</c>
/// and <c>.NET</c> are words as well.</summary>
internal static class WordScanner
{
    /// <summary>Of the folded word, in UTF-16 units; nobody searches for the rest.</summary>
    public const int MaxLength = 64;

    private enum Kind
    {
        Other,
        Letter,
        Unspaced,
        Inside,
        Apostrophe,
    }

    public static IEnumerable<Word> Of(string text, int from = 0)
    {
        for (var at = from; at < text.Length; )
        {
            var (kind, length) = At(text, at);
            if (kind is not (Kind.Letter or Kind.Unspaced))
            {
                at += length;
                continue;
            }

            var end = End(text, at + length, kind);
            var start = kind == Kind.Letter && IsDotted(text, at) ? at - 1 : at;
            var folded = Cut(LetterFold.Of(text.AsSpan(at, end - at)));
            if (folded.Length > 0)
            {
                var sign = kind == Kind.Letter ? Sign(text, at, end) : "";
                end += sign.Length;
                yield return new(start, end, (start < at ? "." : "") + folded + sign, kind == Kind.Unspaced);
            }

            at = end;
        }
    }

    private static int End(string text, int at, Kind kind)
    {
        var end = at;
        while (at < text.Length)
        {
            var (next, length) = At(text, at);
            if (next == kind)
            {
                end = at + length;
            }
            else if (next is not Kind.Inside && !(next == Kind.Apostrophe && kind == Kind.Letter && end == at))
            {
                break;
            }

            at += length;
        }

        return end;
    }

    private static (Kind Kind, int Length) At(string text, int at)
    {
        var unit = text[at];
        if (unit < 0x80)
        {
            return (
                char.IsAsciiLetterOrDigit(unit) ? Kind.Letter
                : unit == '\'' ? Kind.Apostrophe
                : Kind.Other,
                1
            );
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return (Kind.Other, 1);
        }

        var kind =
            LetterFold.IsApostrophe(rune) ? Kind.Apostrophe
            : LetterFold.IsIgnored(rune) ? Kind.Inside
            : Scripts.IsMark(rune)
                ? Scripts.IsUnspaced(rune) ? Kind.Unspaced
                    : Kind.Letter
            : !Rune.IsLetterOrDigit(rune) && !Rune.IsNumber(rune) ? Kind.Other
            : Scripts.IsUnspaced(rune) ? Kind.Unspaced
            : Kind.Letter;
        return (kind, rune.Utf16SequenceLength);
    }

    /// <summary>As in <c>.NET</c>, and unlike the dot in <c>example.net</c> or <c>.5</c>.</summary>
    private static bool IsDotted(string text, int at) =>
        at > 0
        && text[at - 1] == '.'
        && char.IsLetter(text[at])
        && (at == 1 || char.IsWhiteSpace(text[at - 2]) || text[at - 2] is '(' or '"' or '“' or ',' or '/');

    /// <summary>As in <c>C++</c> and <c>F#</c>; a word that goes on behind it, as in <c>a#b</c>, has none.</summary>
    private static string Sign(string text, int start, int end)
    {
        var sign =
            text.AsSpan(end).StartsWith("++") ? "++"
            : text.AsSpan(end).StartsWith("#") ? "#"
            : "";
        var behind = end + sign.Length;
        return
            sign.Length > 0
            && char.IsLetter(text[start])
            && (behind == text.Length || !(char.IsLetterOrDigit(text[behind]) || text[behind] is '+' or '#'))
            ? sign
            : "";
    }

    private static string Cut(string word) =>
        word.Length <= MaxLength ? word
        : char.IsHighSurrogate(word[MaxLength - 1]) ? word[..(MaxLength - 1)]
        : word[..MaxLength];
}
