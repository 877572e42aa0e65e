using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Metadata;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Site;

internal sealed partial class SiteReader
{
    private RenderSettings Rendering(string? url, List<SiteLanguage> languages, IReadOnlyList<OwnField> ownFields) =>
        new()
        {
            TimeZone = TimeZone(),
            Language = languages.Count > 0 ? FirstOf(languages) : Language(),
            Languages = [.. languages.Select(language => language.Tag)],
            AliasesAreTitles = AliasesAreTitles(),
            DeliveredFrontmatter =
            [
                .. Texts("frontmatter", "deliver_frontmatter").Distinct().Order(StringComparer.Ordinal),
            ],
            DoubtfulOwnKeys =
            [
                .. ownFields
                    .Select(field => field.Name)
                    .Where(OwnKeys.IsDoubtful)
                    .Select(Spelling.Fold)
                    .Order(StringComparer.Ordinal),
            ],
            FramesAtOnce = IsDirect("embeds", "card"),
            ShowsForeignPictures = IsDirect("foreign_pictures", "link"),
            ChecksOff = ChecksOff(),
            Terms = Terms(),
            ReviewEvery = Interval(fields),
            OwnHosts = url is null ? [] : RenderSettings.HostsOf(url),
        };

    /// <summary>By the tag's own slug and by the one that posts make of its name.</summary>
    private static List<TagReviewEvery> ReviewEveryOf(IEnumerable<Tag> tags) =>
        [
            .. tags.Where(tag => tag.ReviewEvery is not null)
                .SelectMany(tag =>
                    new[] { tag.Slug, tag.NameSlug ?? tag.Slug }
                        .Distinct()
                        .Select(slug => new TagReviewEvery(slug, tag.ReviewEvery!))
                )
                .DistinctBy(one => one.Tag)
                .OrderBy(one => one.Tag, StringComparer.Ordinal),
        ];

    private string? Interval(Fields from)
    {
        if (from.Find("review_every") is not { } field)
        {
            return null;
        }
        if (from.Text(field) is { } text && ReviewInterval.Parse(text) is { } interval)
        {
            return interval.ToString();
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, ReviewInterval.Example);
        return null;
    }

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

    /// <summary>Who says both may mean either.</summary>
    private string FirstOf(List<SiteLanguage> languages)
    {
        var first = languages[0].Tag;
        if (fields.Find("language", "lang", "locale") is { } field && Language() != first)
        {
            problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, $"{first}, the first of \"languages\"");
        }
        return first;
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
