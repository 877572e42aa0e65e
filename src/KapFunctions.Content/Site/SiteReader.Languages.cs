using System.Globalization;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Site;

internal sealed partial class SiteReader
{
    private List<SiteLanguage> Languages()
    {
        var languages = new List<SiteLanguage>();
        foreach (var (name, entry, from) in Entries("languages"))
        {
            var written = name ?? entry.Text("lang", "language", "code", "locale", "name") ?? "";
            // Their addresses would be others of the site's own.
            if (
                LanguageTag.Parse(written) is not { } tag
                || OwnAddresses.Has(Settings.Languages.PrefixOf(tag))
                || languages.Exists(other => other.Tag == tag)
                || languages.Count == Settings.Languages.Max
            )
            {
                problems.Add(
                    ProblemCatalog.SiteValue,
                    from.At,
                    from.Key,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a list of at most {Settings.Languages.Max} language tags such as en or pt-BR, each once"
                    )
                );
                continue;
            }
            languages.Add(
                new(tag)
                {
                    Title = entry.Text("title"),
                    Description = entry.Text("description", "tagline"),
                    Navigation = OwnMenu(entry, "navigation", "nav", "menu"),
                    SecondaryNavigation = OwnMenu(entry, "secondary_navigation", "footer_navigation"),
                    Disclaimer = entry.Text("disclaimer"),
                }
            );
        }
        return languages;
    }

    private List<NavigationItem>? OwnMenu(Fields entry, params ReadOnlySpan<string> keys) =>
        entry.Find(keys) is null ? null : Navigation(entry, keys);
}
