using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Site;

internal sealed partial class SiteReader
{
    private RenderSettings Rendering(string? url) =>
        new()
        {
            TimeZone = TimeZone(),
            Language = Language(),
            AliasesAreTitles = AliasesAreTitles(),
            DeliveredFrontmatter =
            [
                .. Texts("frontmatter", "deliver_frontmatter").Distinct().Order(StringComparer.Ordinal),
            ],
            FramesAtOnce = IsDirect("embeds", "card"),
            ShowsForeignPictures = IsDirect("foreign_pictures", "link"),
            OwnHosts = url is null ? [] : RenderSettings.HostsOf(url),
        };

    private string TimeZone()
    {
        if (fields.Find("timezone", "time_zone") is not { } field)
        {
            return defaults.Rendering.TimeZone;
        }
        var name = fields.Text(field);
        if (name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            return name;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "the name of a time zone, such as Europe/Berlin");
        return defaults.Rendering.TimeZone;
    }

    private string Language()
    {
        if (fields.Find("language", "lang", "locale") is not { } field)
        {
            return defaults.Rendering.Language;
        }
        if (fields.Text(field) is { } text && LanguageTag.Parse(text) is { } tag)
        {
            return tag;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "a language tag, such as en or pt-BR");
        return defaults.Rendering.Language;
    }

    private bool AliasesAreTitles()
    {
        if (fields.Find("aliases") is not { } field)
        {
            return false;
        }
        var meaning = fields.Text(field);
        if (meaning is not ("titles" or "redirects"))
        {
            problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "\"redirects\" or \"titles\"");
        }
        return meaning == "titles";
    }

    /// <summary><paramref name="otherwise"/> names what readers get instead of what is loaded from other hosts at once.</summary>
    private bool IsDirect(string key, string otherwise)
    {
        if (fields.Find(key) is not { } field)
        {
            return false;
        }
        var how = fields.Text(field);
        if (how != "direct" && how != otherwise)
        {
            problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, $"\"{otherwise}\" or \"direct\"");
        }
        return how == "direct";
    }

    private IEnumerable<string> Texts(params ReadOnlySpan<string> keys) =>
        fields.Find(keys)?.Value switch
        {
            ListValue list => list.Items.OfType<ScalarValue>().Select(item => item.Text.Trim()),
            ScalarValue scalar => scalar.Text.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
            _ => [],
        };
}
