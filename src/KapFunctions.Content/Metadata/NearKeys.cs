using System.Collections.Frozen;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

/// <summary>Keys that mean nothing, and are one slip or one language away from one that does.</summary>
internal static class NearKeys
{
    private static readonly string[] Keys =
    [
        "title",
        "description",
        "summary",
        "excerpt",
        "author",
        "authors",
        "category",
        "categories",
        "aliases",
        "image",
        "feature_image",
        "thumbnail",
        "featured",
        "language",
        "canonical",
        "permalink",
        "reviewed",
        "reviewed_by",
        "sources",
        "updated",
        "meta_title",
        "meta_description",
    ];

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["titel"] = "title",
        ["titulo"] = "title",
        ["titre"] = "title",
        ["titolo"] = "title",
        ["ubertitel"] = "title",
        ["headline"] = "title",
        ["autor"] = "author",
        ["autorin"] = "author",
        ["auteur"] = "author",
        ["autore"] = "author",
        ["verfasser"] = "author",
        ["writer"] = "author",
        ["beschreibung"] = "description",
        ["descripcion"] = "description",
        ["descrizione"] = "description",
        ["beschrijving"] = "description",
        ["descricao"] = "description",
        ["zusammenfassung"] = "summary",
        ["resumen"] = "summary",
        ["resume"] = "summary",
        ["riassunto"] = "summary",
        ["samenvatting"] = "summary",
        ["resumo"] = "summary",
        ["schlagworte"] = "tags",
        ["schlagworter"] = "tags",
        ["stichworte"] = "tags",
        ["etiquetas"] = "tags",
        ["etiquettes"] = "tags",
        ["motscles"] = "tags",
        ["tgas"] = "tags",
        ["tabs"] = "tags",
        ["kategorie"] = "category",
        ["kategorien"] = "categories",
        ["categoria"] = "category",
        ["categorie"] = "category",
        ["bild"] = "image",
        ["titelbild"] = "feature_image",
        ["beitragsbild"] = "feature_image",
        ["imagen"] = "image",
        ["immagine"] = "image",
        ["afbeelding"] = "image",
        ["featuredimage"] = "feature_image",
        ["featureimg"] = "feature_image",
        ["sprache"] = "language",
        ["idioma"] = "language",
        ["langue"] = "language",
        ["lingua"] = "language",
        ["adresse"] = "slug",
        ["sulg"] = "slug",
        ["aktualisiert"] = "updated",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Report(Fields fields, UsedSettings settings, ProblemLog problems)
    {
        foreach (var field in fields.Unread.ToList())
        {
            var name = Spelling.Fold(field.Key);
            if (
                field.Value is not BrokenValue
                && MeantBy(name) is { } meant
                && !settings.IsOwn(key => Spelling.Fold(key) == name)
            )
            {
                problems.Add(ProblemCatalog.KeyUnknown, field.At, field.Key, meant);
            }
        }
    }

    internal static string? MeantBy(string name) =>
        Words.TryGetValue(name, out var word) ? word
        : KnownKeys.Contains(name) ? null
        : Array.Find(Keys, key => Spelling.IsNear(name, Spelling.Fold(key)));
}
