using Markdig.Extensions.SmartyPants;

namespace KapFunctions.Content.Text;

/// <summary>The quotation marks of a language: https://www.unicode.org/cldr/charts/latest/by_type/core_data.alphabetic_information.punctuation.html</summary>
internal sealed record Typography(string OpenDouble, string CloseDouble, string OpenSingle, string CloseSingle)
{
    private const string NarrowSpace = "\u202F";

    private static readonly Typography English = new("“", "”", "‘", "’");
    private static readonly Typography German = new("„", "“", "‚", "‘");
    private static readonly Typography Swiss = new("«", "»", "‹", "›");
    private static readonly Typography French = new(
        "«" + NarrowSpace,
        NarrowSpace + "»",
        "‹" + NarrowSpace,
        NarrowSpace + "›"
    );
    private static readonly Typography Guillemets = new("«", "»", "“", "”");
    private static readonly Typography Slavic = new("«", "»", "„", "“");
    private static readonly Typography Polish = new("„", "”", "‚", "’");
    private static readonly Typography Nordic = new("”", "”", "’", "’");
    private static readonly Typography Danish = new("»", "«", "›", "‹");
    private static readonly Typography Japanese = new("「", "」", "『", "』");

    public static Typography Of(string language) =>
        language switch
        {
            "de-CH" or "fr-CH" or "it-CH" or "de-LI" => Swiss,
            _ => language.Split('-')[0] switch
            {
                "de" or "cs" or "sk" or "sl" or "is" or "lt" or "et" => German,
                "fr" => French,
                "es" or "it" or "pt" or "ca" or "el" or "no" or "nb" or "nn" => language == "pt-BR"
                    ? English
                    : Guillemets,
                "ru" or "uk" or "be" or "bg" => Slavic,
                "pl" or "hu" or "ro" or "hr" or "nl" => language.StartsWith("nl", StringComparison.Ordinal)
                    ? English
                    : Polish,
                "sv" or "fi" => Nordic,
                "da" => Danish,
                "ja" => Japanese,
                _ => English,
            },
        };

    /// <summary>An apostrophe is one in every language.</summary>
    public string Mark(SmartyPantType type, bool isApostrophe) =>
        type switch
        {
            SmartyPantType.LeftQuote or SmartyPantType.RightQuote when isApostrophe => "’",
            SmartyPantType.LeftQuote => OpenSingle,
            SmartyPantType.RightQuote => CloseSingle,
            SmartyPantType.LeftDoubleQuote => OpenDouble,
            SmartyPantType.RightDoubleQuote => CloseDouble,
            SmartyPantType.LeftAngleQuote => "«",
            SmartyPantType.RightAngleQuote => "»",
            SmartyPantType.Ellipsis => "…",
            SmartyPantType.Dash2 => "–",
            SmartyPantType.Dash3 => "—",
            SmartyPantType.Quote => "'",
            _ => "&quot;",
        };
}
