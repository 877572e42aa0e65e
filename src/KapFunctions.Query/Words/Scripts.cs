using System.Globalization;
using System.Text;

namespace KapFunctions.Query.Words;

/// <summary>What scripts differ in for those who search. Ranges are of Unicode's blocks.</summary>
internal static class Scripts
{
    /// <summary>Written without blanks between words, or, as Korean, with particles joined to them: found by any characters that follow
    /// each other.</summary>
    public static bool IsUnspaced(Rune rune) =>
        rune.Value >= 0xE00
        && rune.Value
            is (>= 0xE00 and <= 0xEFF) // Thai, Lao
                or (>= 0x1000 and <= 0x11FF) // Burmese, Korean letters
                or (>= 0x1780 and <= 0x17FF) // Khmer
                or (>= 0x2E80 and <= 0x2FDF)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3040 and <= 0x31FF) // kana, bopomofo, Korean letters
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xA960 and <= 0xA97F)
                or (>= 0xAC00 and <= 0xD7FF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFF66 and <= 0xFFDC) // kana and Korean of half width
                or (>= 0x20000 and <= 0x3FFFF)
        // Georgian
        && rune.Value is not (>= 0x10A0 and <= 0x10FF);

    /// <summary>Whether marks on it are left out by many who write it: Latin, Greek, Cyrillic, Hebrew, Arabic.</summary>
    public static bool HasPoints(Rune letter) =>
        letter.Value is < 0x780 or (>= 0x1E00 and <= 0x1FFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA640 and <= 0xA7FF);

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    public static bool IsHangul(char character) => character is >= '가' and <= '힣';
}
