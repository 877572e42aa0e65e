using System.Globalization;
using System.Text;

namespace KapFunctions.Content.Text;

/// <summary>A text without its typography: words in small letters, a blank behind each. Capitals, quotation marks, dashes, blanks and
/// stops are how a text is set; words, numbers and the few signs that change what a number says are what it says. Composed (NFC)
/// and not folded further, so that "ﬁ" or "①" typed anew counts as an edit, which costs a look and hides nothing.</summary>
internal static class BareWords
{
    /// <summary>Words by themselves: <c>&lt; 5 mg</c> is not <c>&gt; 5 mg</c>.</summary>
    private const string Signs = "<>≤≥≠+±×÷%‰°/";

    public static string Of(string text)
    {
        var plain = WellFormed
            .Text(text)
            .Replace("<=", "≤", StringComparison.Ordinal)
            .Replace(">=", "≥", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormC);
        var words = new StringBuilder(plain.Length + 1);
        var at = 0;
        foreach (var rune in plain.EnumerateRunes())
        {
            if (!IsPartOfWord(rune, words))
            {
                if (!IsUnseen(rune))
                {
                    End(words);
                    Mark(words, plain, at, rune);
                }
            }
            else
            {
                words.Append(Rune.ToLowerInvariant(rune).ToString());
                if (IsIdeograph(rune))
                {
                    End(words);
                }
            }
            at += rune.Utf16SequenceLength;
        }
        End(words);
        return words.ToString();
    }

    private static bool IsPartOfWord(Rune rune, StringBuilder words) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !IsVariation(rune)
                && words is { Length: > 0 }
                && words[^1] != ' ',
            UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
            _ => Rune.IsLetterOrDigit(rune),
        };

    /// <summary>Soft hyphens, joiners and marks of direction stand within words and are none.</summary>
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || IsVariation(rune);

    private static bool IsVariation(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F;

    private static bool IsIdeograph(Rune rune) =>
        rune.IsBmp ? Words.IsIdeograph((char)rune.Value) : rune.Value >> 16 == 2;

    private static void Mark(StringBuilder words, string text, int at, Rune rune)
    {
        var sign = rune.IsBmp ? (char)rune.Value : ' ';
        var (before, after) = (CharAt(text, at - 1), CharAt(text, at + 1));
        if (sign is '.' or ',' && char.IsDigit(before) && char.IsDigit(after))
        {
            // A decimal point in either spelling: 2.5 is neither 2–5 nor 25.
            words.Length--;
            words.Append('.');
        }
        else if (IsDash(sign))
        {
            words.Append(char.IsDigit(after) && !IsDash(before) && !char.IsLetterOrDigit(before) ? "- " : "");
        }
        else if (
            Signs.Contains(sign, StringComparison.Ordinal) && !IsArrow(sign, before, after)
            || char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol
        )
        {
            words.Append(sign).Append(' ');
        }
    }

    private static bool IsArrow(char sign, char before, char after) =>
        sign == '>' && (IsDash(before) || before == '=')
        || sign == '<' && IsDash(after)
        || sign == '/' && !char.IsDigit(after);

    private static bool IsDash(char c) =>
        c is '-' or '−' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static char CharAt(string text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';

    private static void End(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ')
        {
            words.Append(' ');
        }
    }
}
