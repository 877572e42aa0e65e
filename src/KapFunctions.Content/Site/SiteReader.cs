using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Site;

/// <summary>A value that cannot be used is told, and its default stays.</summary>
internal sealed partial class SiteReader(Fields fields, SourceFile source, ProblemLog problems)
{
    private const int MaxEntries = 1000;

    private static readonly string[] Networks =
    [
        "facebook",
        "twitter",
        "threads",
        "bluesky",
        "mastodon",
        "tiktok",
        "youtube",
        "instagram",
        "linkedin",
        "github",
    ];

    private readonly SiteSettings defaults = new();
    private readonly LinkResolver links = new(source.Path);
    private RenderSettings rendering = new();

    public SiteSettings Read()
    {
        var url = Url(fields, "url", "base_url", "baseURL")?.TrimEnd('/');
        var own = DeclaredFields();
        var languages = Languages();
        rendering = Rendering(url, languages, own);
        var tags = Tags();
        var settings = new SiteSettings
        {
            Fields = [.. own.Select(field => ForTagsOf(tags, field))],
            Title = fields.Text("title", "name") ?? defaults.Title,
            Description = fields.Text("description", "tagline") ?? defaults.Description,
            Url = url,
            Rendering = rendering,
            Languages = languages,
            Logo = Media(fields, "logo"),
            Icon = Media(fields, "icon", "favicon"),
            CoverImage = Media(fields, "cover_image", "cover"),
            AccentColor = Color(fields, "accent_color"),
            Navigation = Navigation("navigation", "nav", "menu"),
            SecondaryNavigation = Navigation("secondary_navigation", "footer_navigation"),
            Authors = Authors(),
            Tags = tags,
            Social = Social(fields),
            Disclaimer = fields.Text("disclaimer"),
            Synonyms = Synonyms(),
            AllowsTraining = fields.Flag("ai_training") ?? defaults.AllowsTraining,
            SecurityContact = SecurityContact(),
            Webhooks = Webhooks(),
            Home = FirstPage(),
            Practice = Practice(),
            Crisis = Crisis(),
        };
        settings = settings with
        {
            Rendering = rendering with
            {
                ReviewEveryByTag = ReviewEveryOf(settings.Tags) is { Count: > 0 } some ? some : null,
            },
        };
        ReportContrast(settings.AccentColor);
        foreach (var unknown in fields.Unread)
        {
            problems.Add(ProblemCatalog.SiteUnknownKey, unknown.At, unknown.Key);
        }
        return settings;
    }

    private string? Url(Fields from, params ReadOnlySpan<string> keys)
    {
        if (from.Find(keys) is not { } field)
        {
            return null;
        }
        var url = from.Text(field);
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return url;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "an address that begins with https://");
        return null;
    }

    private string? Media(Fields from, params ReadOnlySpan<string> keys)
    {
        if (from.Find(keys) is not { } field || from.Text(field) is not { } written)
        {
            return null;
        }
        if (links.Resolve(written) is { IsPlace: true, Url: var url })
        {
            if (!rendering.Shows(url))
            {
                problems.Add(ProblemCatalog.ForeignPicture, field.At, url, "pages leave it out");
            }
            return url;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "the address of a picture");
        return null;
    }

    private string? Color(Fields from, string key)
    {
        if (from.Find(key) is not { } field)
        {
            return null;
        }
        if (from.Text(field) is { } color && HexColor().IsMatch(color))
        {
            return color.ToLowerInvariant();
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "a colour such as \"#2f6f6a\", in quotes");
        return null;
    }

    private IEnumerable<(string? Name, Fields Entry, Field From)> Entries(params ReadOnlySpan<string> keys) =>
        Entries(fields, keys);

    /// <summary>Entries as a list of maps, or as a map by name.</summary>
    private IEnumerable<(string? Name, Fields Entry, Field From)> Entries(
        Fields holder,
        params ReadOnlySpan<string> keys
    )
    {
        var field = holder.Find(keys);
        IEnumerable<(string? Name, FieldValue Value)> entries = field?.Value switch
        {
            ListValue list => list.Items.Select(item => ((string?)null, item)),
            MapValue map => map.Fields.Select(inner => ((string?)inner.Key, inner.Value)),
            null => [],
            _ => [(null, field.Value)],
        };
        return entries.Take(MaxEntries).Select(entry => (entry.Name, Entry(entry.Value), field!));
    }

    /// <summary>A text alone is the entry's name.</summary>
    private Fields Entry(FieldValue value) =>
        value switch
        {
            MapValue map => new(map, problems),
            ScalarValue scalar => new(new(scalar.At, [new("name", scalar.At, scalar)]), problems),
            _ => new(MapValue.Empty, problems),
        };

    private List<NavigationItem> Navigation(params ReadOnlySpan<string> keys) => Navigation(fields, keys);

    private List<NavigationItem> Navigation(Fields holder, params ReadOnlySpan<string> keys)
    {
        var items = new List<NavigationItem>();
        foreach (var (name, entry, from) in Entries(holder, keys))
        {
            var label = entry.Text("label", "title", "text") ?? name ?? entry.Text("name");
            var url = entry.Text("url", "href", "link", "path") ?? (name is null ? null : entry.Text("name"));
            if (
                label is null
                || url is null
                || links.Resolve(url)
                    is not { Kind: LinkKind.External or LinkKind.Site or LinkKind.Contact or LinkKind.Content } link
            )
            {
                problems.Add(
                    ProblemCatalog.SiteValue,
                    from.At,
                    from.Key,
                    "a list of entries with \"label\" and \"url\""
                );
                continue;
            }
            items.Add(new(label, link.Url));
        }
        return items;
    }

    private List<Author> Authors()
    {
        var authors = new List<Author>();
        foreach (var (name, entry, from) in Entries("authors", "author"))
        {
            if ((entry.Text("name", "title") ?? name) is not { } shown)
            {
                problems.Add(ProblemCatalog.SiteValue, from.At, from.Key, "a list of people with \"name\"");
                continue;
            }
            var (slug, written) = (Slug.From(entry.Text("slug") ?? name ?? shown), Slug.From(shown));
            authors.Add(
                new()
                {
                    Name = shown,
                    Slug = slug,
                    NameSlug = written == slug ? null : written,
                    Bio = entry.Text("bio", "description", "about"),
                    ProfileImage = Media(entry, "profile_image", "image", "avatar", "photo"),
                    CoverImage = Media(entry, "cover_image"),
                    Website = Url(entry, "website", "url"),
                    Location = entry.Text("location"),
                    Role = entry.Text("role", "job_title"),
                    Credentials = Lines(entry, "credentials"),
                    Licences = Lines(entry, "licences", "licenses", "licence", "license"),
                    SameAs = WebAddresses(entry, "same_as"),
                    Social = Social(entry),
                }
            );
        }
        return [.. authors.DistinctBy(author => author.Slug)];
    }

    private List<Tag> Tags()
    {
        var tags = new List<Tag>();
        foreach (var (name, entry, from) in Entries("tags"))
        {
            if ((entry.Text("name", "title") ?? name) is not { } shown)
            {
                problems.Add(ProblemCatalog.SiteValue, from.At, from.Key, "a list of tags with \"name\"");
                continue;
            }
            var written = TagName.SlugOf(TagName.Tidy(shown));
            var slug = entry.Text("slug") is { } given ? Slug.From(given) : TagName.SlugOf(TagName.Tidy(name ?? shown));
            tags.Add(
                new()
                {
                    Name = TagName.Tidy(shown),
                    Slug = slug,
                    NameSlug = written == slug ? null : written,
                    Description = entry.Text("description"),
                    FeatureImage = Media(entry, "feature_image", "image"),
                    AccentColor = Color(entry, "accent_color"),
                    ReviewEvery = Interval(entry),
                }
            );
        }
        return [.. tags.DistinctBy(tag => tag.Slug)];
    }

    /// <summary>Accounts below <c>social</c>, or named beside the other keys.</summary>
    private SortedDictionary<string, string> Social(Fields from)
    {
        var accounts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var below = from.Map("social");
        foreach (var network in Networks)
        {
            var holder = below?.Find(network) is null ? from : below;
            if (holder.Find(network) is not { } field || holder.Text(field) is not { } account)
            {
                continue;
            }
            if (AccountName().IsMatch(account) || links.Resolve(account).Kind == LinkKind.External)
            {
                accounts[network] = account;
                continue;
            }
            problems.Add(
                ProblemCatalog.SiteValue,
                field.At,
                field.Key,
                "a name such as \"@someone\", or an address that begins with https://"
            );
        }
        return accounts;
    }

    [GeneratedRegex("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HexColor();

    /// <summary>As networks write them: <c>someone</c>, <c>@someone</c>, <c>in/some-one</c>, <c>@someone@example.social</c>.</summary>
    [GeneratedRegex(@"^@?[\p{L}\p{M}\p{N}_.\-]+([/@][\p{L}\p{M}\p{N}_.\-]+)*/?$", RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();
}
