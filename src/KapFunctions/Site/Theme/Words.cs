using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Site.Theme;

/// <summary>What pages say of themselves, and how they write dates, in the site's language; in English where it is not known.</summary>
internal sealed partial class Words
{
    private static readonly FrozenDictionary<string, IReadOnlyDictionary<string, string>> ByLanguage = new Dictionary<
        string,
        IReadOnlyDictionary<string, string>
    >
    {
        ["en"] = Of(
            "Skip to the text",
            "Updated:",
            "min read",
            "Contents",
            "Reviewed by",
            "on",
            "Sources",
            "Related posts",
            "Recent posts",
            "See all",
            "Older",
            "Newer",
            "Top of page",
            "Bottom of page",
            "Search",
            "What are you looking for?",
            "Nothing was found.",
            "The search is being prepared. Please try again in a moment.",
            "Archive",
            "There is nothing here yet.",
            "This page cannot be found",
            "It may have moved, or the address has a slip of the pen in it.",
            "This page is gone",
            "What stood here was taken down.",
            "Go to the first page",
            "Menu",
            "Page"
        ),
        ["de"] = Of(
            "Zum Text springen",
            "Aktualisiert:",
            "Min. Lesezeit",
            "Inhalt",
            "Geprüft von",
            "am",
            "Quellen",
            "Verwandte Beiträge",
            "Neueste Beiträge",
            "Alle ansehen",
            "Älter",
            "Neuer",
            "Seitenanfang",
            "Seitenende",
            "Suche",
            "Wonach suchen Sie?",
            "Nichts gefunden.",
            "Die Suche wird vorbereitet. Bitte gleich noch einmal versuchen.",
            "Archiv",
            "Hier ist noch nichts.",
            "Diese Seite gibt es nicht",
            "Vielleicht ist sie umgezogen, oder die Adresse enthält einen Tippfehler.",
            "Diese Seite gibt es nicht mehr",
            "Was hier stand, wurde entfernt.",
            "Zur Startseite",
            "Menü",
            "Seite"
        ),
        ["es"] = Of(
            "Saltar al texto",
            "Actualizado:",
            "min de lectura",
            "Contenido",
            "Revisado por",
            "el",
            "Fuentes",
            "Entradas relacionadas",
            "Entradas recientes",
            "Ver todas",
            "Anterior",
            "Siguiente",
            "Inicio de la página",
            "Final de la página",
            "Buscar",
            "¿Qué busca?",
            "No se encontró nada.",
            "La búsqueda se está preparando. Inténtelo de nuevo en un momento.",
            "Archivo",
            "Aquí todavía no hay nada.",
            "Esta página no existe",
            "Puede que se haya movido, o que la dirección tenga una errata.",
            "Esta página ya no existe",
            "Lo que había aquí fue retirado.",
            "Ir a la portada",
            "Menú",
            "Página"
        ),
        ["fr"] = Of(
            "Aller au texte",
            "Mis à jour :",
            "min de lecture",
            "Sommaire",
            "Relu par",
            "le",
            "Sources",
            "Articles liés",
            "Articles récents",
            "Tout voir",
            "Plus ancien",
            "Plus récent",
            "Haut de page",
            "Bas de page",
            "Recherche",
            "Que cherchez-vous ?",
            "Rien n’a été trouvé.",
            "La recherche se prépare. Réessayez dans un instant.",
            "Archives",
            "Il n’y a encore rien ici.",
            "Cette page est introuvable",
            "Elle a peut-être déménagé, ou l’adresse contient une faute de frappe.",
            "Cette page n’existe plus",
            "Ce qui se trouvait ici a été retiré.",
            "Aller à l’accueil",
            "Menu",
            "Page"
        ),
    }.ToFrozenDictionary();

    private readonly CultureInfo culture;
    private readonly string dayFormat;

    private Words(string language)
    {
        culture = CultureOf(language);
        dayFormat = Weekday().Replace(culture.DateTimeFormat.LongDatePattern, "").Trim(' ', ',');
        All = ByLanguage.GetValueOrDefault(culture.TwoLetterISOLanguageName, ByLanguage["en"]);
    }

    /// <summary>The words by name.</summary>
    public IReadOnlyDictionary<string, string> All { get; }

    /// <summary>The words of a language, by its BCP 47 tag.</summary>
    public static Words In(string language) => new(language);

    /// <summary>A day, as the language writes it, without the day of the week.</summary>
    public string Day(DateTime day) => day.ToString(dayFormat, culture);

    /// <summary>A month of any year.</summary>
    public string Month(DateTime day) => culture.DateTimeFormat.GetMonthName(day.Month);

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }

    private static Dictionary<string, string> Of(params string[] texts)
    {
        string[] names =
        [
            "skip",
            "updated",
            "minutes",
            "contents",
            "reviewed_by",
            "on",
            "sources",
            "related",
            "recent",
            "see_all",
            "older",
            "newer",
            "top",
            "bottom",
            "search",
            "search_hint",
            "search_nothing",
            "search_later",
            "archive",
            "empty",
            "missing",
            "missing_why",
            "gone",
            "gone_why",
            "home",
            "menu",
            "page",
        ];
        return names.Zip(texts).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    [GeneratedRegex(@"d{4},?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();
}
