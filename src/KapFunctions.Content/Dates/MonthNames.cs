using System.Globalization;
using System.Text;

namespace KapFunctions.Content.Dates;

internal static class MonthNames
{
    /// <summary>How the names begin in English, German, French, Spanish, Italian, Portuguese and Dutch, accents left out.</summary>
    private static readonly string[][] Beginnings =
    [
        ["jan", "ene", "gen"],
        ["feb", "fev"],
        ["mar", "mrt", "maa"],
        ["apr", "abr", "avr"],
        ["may", "mai", "mag", "mei"],
        ["jun", "giu", "juin"],
        ["jul", "lug", "juil"],
        ["aug", "ago", "aou"],
        ["sep", "set"],
        ["oct", "okt", "ott", "out"],
        ["nov"],
        ["dec", "dez", "dic"],
    ];

    /// <summary>1 to 12; 0 for a word that is no month.</summary>
    public static int Number(string word)
    {
        var plain = WithoutAccents(word);
        return Array.FindIndex(Beginnings, names => names.Any(name => plain.StartsWith(name, StringComparison.Ordinal)))
            + 1;
    }

    private static string WithoutAccents(string word) =>
        string.Concat(
            word.ToLowerInvariant()
                .Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        );
}
