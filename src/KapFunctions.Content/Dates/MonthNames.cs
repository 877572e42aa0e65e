using System.Globalization;
using System.Text;

namespace KapFunctions.Content.Dates;

internal static class MonthNames
{
    /// <summary>How the names begin in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish, Turkish, Indonesian,
    /// Russian, Ukrainian and Greek, accents left out.</summary>
    private static readonly string[][] Beginnings =
    [
        ["jan", "ene", "gen", "sty", "oca", "янв", "січ", "ιαν"],
        ["feb", "fev", "lut", "sub", "фев", "лют", "φεβ"],
        ["mar", "mrt", "maa", "мар", "бер", "μαρ"],
        ["apr", "abr", "avr", "kwi", "nis", "апр", "кві", "απρ"],
        ["may", "mai", "mag", "mei", "maj", "мая", "маи", "тра", "μαι"],
        ["jun", "giu", "juin", "cze", "haz", "июн", "чер", "ιουν"],
        ["jul", "lug", "juil", "lip", "tem", "июл", "лип", "ιουλ"],
        ["aug", "ago", "aou", "sie", "agu", "авг", "сер", "αυγ"],
        ["sep", "set", "wrz", "eyl", "сен", "вер", "σεπ"],
        ["oct", "okt", "ott", "out", "paz", "eki", "окт", "жов", "οκτ"],
        ["nov", "lis", "kas", "ноя", "лис", "νοε"],
        ["dec", "dez", "dic", "gru", "ara", "des", "дек", "гру", "δεκ"],
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
