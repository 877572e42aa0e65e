using System.Collections.Frozen;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.FrontMatter;

/// <summary>The words by which authors hide and show, in the languages of the site's pages: English, German, Spanish, French,
/// Italian, Dutch and Portuguese. All are folded (<see cref="Spelling.Fold"/>).</summary>
internal static class HideWords
{
    public static readonly FrozenSet<string> Yes = Words(
        "true yes y on 1 ja j wahr an si verdadero cierto oui vrai o vero waar aan sim verdadeiro"
    );

    public static readonly FrozenSet<string> No = Words(
        "false no n off 0 nein falsch aus falso non faux nee onwaar uit nao"
    );

    public static readonly FrozenSet<string> Hidden = Words(
        """
        draft drafts autodraft wip workinprogress inprogress private pending future scheduled review inreview underreview
        needsreview toreview hidden hide unpublished notpublished unlisted secret internal members membersonly paid password
        protected trash deleted archived notstarted todo
        entwurf entwurfe privat ausstehend wartend inprufung zurprufung inuberprufung inbearbeitung versteckt verborgen
        unveroffentlicht nichtveroffentlicht geheim intern nichtoffentlich
        borrador privado privada pendiente enrevision oculto oculta escondido nopublicado sinpublicar enprogreso interno
        brouillon prive privee enattente enrelecture enrevision arelire cache cachee masque masquee nonpublie encours interne
        bozza privato privata inattesa inrevisione nascosto nascosta nonpubblicato incorso
        concept klad inafwachting inbehandeling inbeoordeling terbeoordeling terreview nietgepubliceerd ongepubliceerd
        rascunho particular pendente emrevisao naopublicado emandamento
        """
    );

    public static readonly FrozenSet<string> Shown = Words(
        """
        published publish public live online done complete completed final finished active reviewed approved ready posted
        veroffentlicht publiziert offentlich fertig freigegeben
        publicado publicada publico publica terminado aprobado
        publie publiee publique termine valide
        pubblicato pubblicata pubblico pubblica finito
        gepubliceerd openbaar klaar afgerond
        concluido aprovado
        """
    );

    public static readonly FrozenSet<string> Everybody = Words(
        "public everyone everybody all world visible published offentlich alle jeder sichtbar publico publica todos pubblico pubblica "
            + "tutti publique tous openbaar publiek iedereen publicado"
    );

    public static readonly FrozenSet<string> Folders = Words(
        """
        draft drafts private unpublished entwurf entwurfe privat unveroffentlicht borrador borradores privado privados nopublicado
        sinpublicar brouillon brouillons prive prives nonpublie bozza bozze privato privati nonpubblicato concept concepten klad
        ongepubliceerd nietgepubliceerd rascunho rascunhos naopublicado
        """
    );

    /// <summary>The switches, each with the words that mean it; the first is the switch, in the spelling that is read.</summary>
    private static readonly (bool HidesOn, string[] Words)[] Switches =
    [
        (
            true,
            [
                "draft",
                "drafts",
                "isdraft",
                "wip",
                "entwurf",
                "borrador",
                "brouillon",
                "bozza",
                "concept",
                "klad",
                "rascunho",
            ]
        ),
        (
            true,
            [
                "private",
                "isprivate",
                "secret",
                "protected",
                "membersonly",
                "privat",
                "privado",
                "prive",
                "privato",
                "geheim",
            ]
        ),
        (
            true,
            [
                "hidden",
                "hide",
                "ishidden",
                "unlisted",
                "unpublished",
                "unpublish",
                "invisible",
                "versteckt",
                "verborgen",
                "oculto",
                "escondido",
                "masque",
                "nascosto",
            ]
        ),
        (
            false,
            [
                "published",
                "ispublished",
                "public",
                "visible",
                "listed",
                "veroffentlicht",
                "offentlich",
                "sichtbar",
                "publicado",
                "publico",
                "publie",
                "pubblicato",
                "pubblico",
                "gepubliceerd",
                "openbaar",
                "zichtbaar",
            ]
        ),
        (
            false,
            ["publish", "veroffentlichen", "publizieren", "publicar", "publier", "pubblicare", "pubblica", "publiceren"]
        ),
    ];

    /// <summary>Words of everyday heads that are one slip from a switch.</summary>
    private static readonly FrozenSet<string> NoSlips = Words(
        "publisher publishers publishing publishes craft crafts drift shaft graft polished"
    );

    private static readonly FrozenDictionary<string, HideSwitch> ByWord = Switches
        .SelectMany(one =>
            one.Words.Select(word => KeyValuePair.Create(word, new HideSwitch(one.Words[0], one.HidesOn)))
        )
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] StatusKeys =
    [
        "status",
        "state",
        "poststatus",
        "publicationstatus",
        "stage",
        "zustand",
        "estado",
        "statut",
        "etat",
        "stato",
    ];

    private static readonly string[] VisibilityKeys =
    [
        "visibility",
        "sichtbarkeit",
        "visibilidad",
        "visibilite",
        "visibilita",
        "zichtbaarheid",
        "visibilidade",
    ];

    /// <summary>The switch that a folded key is, is another language's word for, or is one slip from; null for any other key.</summary>
    public static HideSwitch? SwitchOf(string key) =>
        ByWord.TryGetValue(key, out var exact) ? exact
        : key.Length is < 4 or > 11 || NoSlips.Contains(key) ? null
        : Switches
            .Where(one => Spelling.IsNear(key, one.Words[0]))
            .Select(one => new HideSwitch(one.Words[0], one.HidesOn))
            .FirstOrDefault();

    public static bool IsStatus(string key) => StatusKeys.Contains(key) || Spelling.IsNear(key, "status");

    public static bool IsVisibility(string key) => VisibilityKeys.Contains(key) || Spelling.IsNear(key, "visibility");

    /// <summary>The hiding word that a folded status is or was to be; null where it shows or is something else.</summary>
    public static string? HidingStatus(string word) =>
        Hidden.Contains(word) ? word
        : Shown.Contains(word) || Near(word, Hidden) is not { } hiding ? null
        : Near(word, Shown) is { } shown && Spelling.Distance(word, shown) < Spelling.Distance(word, hiding) ? null
        : hiding;

    /// <summary>The first of the words that a folded text is one slip from.</summary>
    public static string? Near(string text, FrozenSet<string> words) =>
        text.Length is < 3 or > Spelling.MaxLength ? null
        : words.Contains(text) ? text
        : words.Order(StringComparer.Ordinal).FirstOrDefault(word => Spelling.IsNear(text, word));

    private static FrozenSet<string> Words(string words) =>
        words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(Spelling.Fold)
            .ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>A switch that hides: <c>draft</c> where it is on, <c>published</c> where it is off.</summary>
internal sealed record HideSwitch(string Key, bool HidesOn)
{
    public string Hiding => $"{Key}: {(HidesOn ? "true" : "false")}";

    public string Showing => $"{Key}: {(HidesOn ? "false" : "true")}";
}
