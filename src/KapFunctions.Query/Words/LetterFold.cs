using System.Globalization;
using System.Text;

namespace KapFunctions.Query.Words;

/// <summary>One spelling for all spellings of a word: case, width and ligatures (NFKC), diacritics, points, and letters that
/// keyboards write as two. The same for texts and questions.</summary>
internal static class LetterFold
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Letters of Latin scripts that Unicode does not decompose, final forms, and ё as its writers mostly type it.</summary>
    private static readonly Dictionary<int, string> Spelled = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ŧ'] = "t",
        ['ŋ'] = "n",
        ['ς'] = "σ",
        ['ґ'] = "г",
    };

    /// <summary>Of a word: nothing but letters, digits and the marks of scripts that cannot be read without them.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyExceptInRange('0', 'z') && !word.ContainsAnyInRange(':', '`'))
        {
            return word.ToString();
        }

        var folded = new StringBuilder(word.Length);
        var hasPoints = false;
        foreach (var rune in word.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var isMark = Scripts.IsMark(rune);
            if (isMark ? hasPoints : !IsSpoken(rune))
            {
                continue;
            }

            hasPoints = isMark ? hasPoints : Scripts.HasPoints(rune);
            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(Spelled.TryGetValue(lower.Value, out var spelled) ? spelled : lower.ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>As in <c>don’t</c>: who searches may type another one, or none.</summary>
    public static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '‛' or '＇';

    /// <summary>In the middle of words, without a meaning for those who search: soft hyphens, joiners, marks of direction, Arabic's
    /// tatweel, variation selectors.</summary>
    public static bool IsIgnored(Rune rune) =>
        rune.Value is 0x640 or 0x34F or (>= 0xFE00 and <= 0xFE0F)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static bool IsSpoken(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune)) && !IsIgnored(rune) && !IsApostrophe(rune);

    /// <summary>The letters among which a mistyped one is looked for.</summary>
    public static string AlphabetOf(char letter) =>
        letter switch
        {
            >= 'α' and <= 'ω' => Range('α', 'ω'),
            >= 'а' and <= 'я' => Range('а', 'я') + "іїєљњћџ",
            >= 'א' and <= 'ת' => Range('א', 'ת'),
            >= 'ء' and <= 'ي' => Range('ء', 'ي'),
            _ => Letters,
        };

    private static string Range(char from, char to) =>
        string.Concat(Enumerable.Range(from, to - from + 1).Select(letter => (char)letter));
}
