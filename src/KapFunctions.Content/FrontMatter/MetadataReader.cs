using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Maps the keys that authors use, on whatever generator they learned, to the one model.</summary>
internal sealed partial class MetadataReader(
    Fields fields,
    FileNames names,
    SourceFile source,
    UsedSettings settings,
    ProblemLog problems
)
{
    private const int MaxTitle = 500;
    private const int MaxText = 2000;
    private const int MaxTags = 50;
    private const int MaxAuthors = 20;
    private const int MaxAliases = 50;
    private const int MaxSources = 50;

    private readonly LinkResolver links = new(source.Path);

    // Zola keeps what it does not know below "extra", and its tags below "taxonomies".
    private readonly Fields? extra = fields.Map("extra");
    private readonly Fields? taxonomies = fields.Map("taxonomies");

    /// <summary>What front matter and path say; title, excerpt and picture may still come from the body.</summary>
    public PostMetadata Read()
    {
        var image = Image();
        return new()
        {
            Kind = ContentPaths.KindOf(source.Path) == ContentKind.Page ? PostKind.Page : PostKind.Post,
            Title = Limited(Decoded(fields.Text("title")), "title", MaxTitle) ?? "",
            Slug = Address(),
            Id = Id(),
            Date =
                Date(
                    "publishDate",
                    "pubDate",
                    "published_at",
                    "published_time",
                    "date",
                    "published",
                    "created",
                    "created_at"
                ) ?? FileDate(),
            Updated = Date(
                "updated",
                "lastmod",
                "last_modified_at",
                "updatedDate",
                "updated_at",
                "modified",
                "last_updated",
                "dateModified"
            ),
            Expires = Date("expires", "expiryDate", "expires_at", "unpublishDate"),
            Draft = IsDraft(),
            Featured =
                fields.Find("featured") is { Value: ScalarValue { Text: "true" or "yes" } }
                || fields.Flag("pinned", "sticky") == true,
            Tags = Tags(),
            Authors = Authors(),
            CustomExcerpt = Limited(
                Decoded(fields.Text("custom_excerpt", "excerpt", "summary", "description")),
                "excerpt",
                MaxText
            ),
            FeatureImage = image.Url,
            FeatureImageAlt =
                image.Alt ?? Text("feature_image_alt", "image_alt", "heroImageAlt", "coverAlt", "imageAlt"),
            FeatureImageCaption =
                image.Caption
                ?? WithoutTags(Text("feature_image_caption", "image_caption", "image_figcaption", "imageCaption")),
            CanonicalUrl = WebAddress("canonical", "canonical_url"),
            Aliases = AliasesAreTitles
                ? Redirects("redirect_from", "redirects")
                : Redirects("aliases", "alias", "redirect_from", "redirects"),
            AlternateTitles = AliasesAreTitles ? AlternateTitles() : [],
            Share = Share(),
            Reviewed = Day("reviewed", "last_reviewed", "reviewed_at"),
            ReviewedBy = Text("reviewed_by", "reviewer"),
            Sources = Sources(),
            Language = Language(),
        };
    }

    private string? Text(params ReadOnlySpan<string> keys) =>
        Limited(Decoded(fields.Text(keys) ?? extra?.Text(keys)), keys[0], MaxText);

    /// <summary>Titles copied from web pages carry entities; readers would see them as they stand.</summary>
    private static string? Decoded(string? text) =>
        text is not null && text.Contains('&', StringComparison.Ordinal)
            ? WellFormed.Text(WebUtility.HtmlDecode(text))
            : text;

    /// <summary>Ghost's captions are HTML; here they are text.</summary>
    private static string? WithoutTags(string? text) => text is null ? null : Fields.OneLine(Tag().Replace(text, ""));

    private string? Limited(string? text, string key, int most)
    {
        if (text is null || text.Length <= most)
        {
            return text;
        }
        problems.Add(ProblemCatalog.FieldTooLong, Position.Start, key, most.ToString(CultureInfo.InvariantCulture));
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private string? Id()
    {
        // Other generators' ids are theirs: only what looks like one of Ghost's is meant for us.
        if (fields.Find("id") is not { Value: ScalarValue { Text: var id } } field || !LikeAnId().IsMatch(id))
        {
            return null;
        }
        if (IdShape().IsMatch(id))
        {
            return id.ToLowerInvariant();
        }
        problems.Add(ProblemCatalog.IdInvalid, field.At, id);
        return null;
    }

    private string Address()
    {
        var written =
            fields.Text("slug") ?? LastSegment(fields.Text("permalink", "url", "path")) ?? extra?.Text("slug");
        if (written is null)
        {
            return Slug.From(names.AddressStem);
        }
        var slug = Slug.From(written.Trim('/').Split('/')[^1]);
        if (slug != written.Trim('/') && fields.Find("slug") is { } field)
        {
            problems.Add(ProblemCatalog.SlugChanged, field.At, written, slug);
        }
        return slug;
    }

    /// <summary>The end of a path such as <c>/2016/05/title.html</c>; patterns with placeholders name nothing.</summary>
    private static string? LastSegment(string? path)
    {
        if (path is null || path.AsSpan().IndexOfAny("{:<") >= 0 || path is "false" or "true")
        {
            return null;
        }
        var segment = path.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        segment = segment is "index.html"
            ? path.TrimEnd('/').Split('/') is [.., var folder, _]
                ? folder
                : ""
            : segment;
        segment = segment.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? segment[..^5] : segment;
        return Slug.Hyphenated(segment).Length > 0 ? segment : null;
    }

    /// <summary>The site's settings are asked only where the file leaves something open: it then depends on them.</summary>
    private DateTimeOffset Utc(DateText date) =>
        date.In(date.Offset is null ? Zones.Find(settings.TimeZone) : TimeZoneInfo.Utc);

    private bool AliasesAreTitles => fields.Find("aliases", "alias") is not null && settings.AliasesAreTitles;

    private DateTimeOffset? FileDate() => names.Date is { } day ? Utc(new(day, null)) : null;

    private DateTimeOffset? Date(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (fields.Find(key) is { Value: ScalarValue scalar } field && ReadDate(field, scalar.Text) is { } date)
            {
                return Utc(date);
            }
        }
        return null;
    }

    private DateOnly? Day(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { Value: ScalarValue scalar } field && ReadDate(field, scalar.Text) is { } date
            ? DateOnly.FromDateTime(date.Local)
            : null;

    private DateText? ReadDate(Field field, string text)
    {
        if (DateText.TryParse(text, out var date))
        {
            if (date.IsAmbiguous)
            {
                problems.Add(
                    ProblemCatalog.DateAmbiguous,
                    field.At,
                    field.Key,
                    text,
                    date.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
            }
            return date;
        }
        // "published: true" is Jekyll's switch, and template code is somebody else's date.
        if (text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no"))
        {
            problems.Add(ProblemCatalog.DateUnreadable, field.At, field.Key, text);
        }
        return null;
    }

    private bool IsDraft()
    {
        var kept =
            fields.Flag("draft") == true
            || IsFalse("published")
            || IsFalse("publish")
            || IsFalse("permalink")
            || fields.Text("status") is { } status && status.Equals("draft", StringComparison.OrdinalIgnoreCase)
            || names.IsDraft;
        return !IsPublic() || kept;
    }

    private bool IsFalse(string key) =>
        fields.Find(key) is { Value: ScalarValue { Text: "false" or "False" or "FALSE" or "no" } };

    private bool IsPublic()
    {
        if (
            fields.Text("visibility") is not { } visibility
            || visibility.Equals("public", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }
        problems.Add(ProblemCatalog.NotPublic, fields.Find("visibility")!.At, visibility);
        return false;
    }

    private List<TagReference> Tags()
    {
        var all = new List<(string Name, Field From)>();
        foreach (var from in (Fields?[])[fields, taxonomies])
        {
            all.AddRange(Names(from?.Find("tags"), SplitOnSpaces));
            all.AddRange(Names(from?.Find("tag"), SplitOnCommas));
            all.AddRange(Names(from?.Find("categories"), SplitOnSpaces));
            all.AddRange(Names(from?.Find("category"), SplitOnCommas));
            all.AddRange(Names(from?.Find("series"), NoSplit));
        }
        return References([.. all.Select(tag => (tag.Name.TrimStart('#'), tag.From))], MaxTags);
    }

    private List<TagReference> Authors()
    {
        var all = Names(fields.Find("authors"), SplitOnCommas).Concat(Names(fields.Find("author"), NoSplit)).ToList();
        return References(all.Count > 0 ? all : [.. Names(extra?.Find("author", "authors"), NoSplit)], MaxAuthors);
    }

    private List<TagReference> References(IReadOnlyList<(string Name, Field From)> written, int most)
    {
        var references = new List<TagReference>();
        foreach (var (name, from) in written)
        {
            var clean = Limited(Decoded(Fields.OneLine(name)), from.Key, Slug.MaxLength) ?? "";
            if (clean.Length == 0 || Slug.From(clean) is var slug && references.Exists(known => known.Slug == slug))
            {
                continue;
            }
            if (references.Count == most)
            {
                problems.Add(
                    ProblemCatalog.FieldTooMany,
                    from.At,
                    from.Key,
                    most.ToString(CultureInfo.InvariantCulture)
                );
                break;
            }
            references.Add(new(clean, Slug.From(clean)));
        }
        return references;
    }

    /// <summary>Names as a list, as one string, or as maps with a name.</summary>
    private static IEnumerable<(string Name, Field From)> Names(Field? field, Func<string, string[]> split) =>
        field?.Value switch
        {
            ScalarValue scalar => split(scalar.Text).Select(name => (name, field)),
            ListValue list => list.Items.Select(NameOf).OfType<string>().Select(name => (name, field)),
            MapValue map when NameOf(map) is { } name => [(name, field)],
            MapValue map => map.Fields.Select(inner => (inner.Key, field)),
            _ => [],
        };

    private static string? NameOf(FieldValue value) =>
        value switch
        {
            ScalarValue scalar => scalar.IsNull ? null : scalar.Text,
            MapValue map => (
                map.Fields.FirstOrDefault(f => f.Key is "name" or "title" or "slug" or "id")?.Value as ScalarValue
            )?.Text,
            _ => null,
        };

    /// <summary>Jekyll and Obsidian separate tags in a string by spaces; with a comma in it, the commas do.</summary>
    private static string[] SplitOnSpaces(string text) =>
        text.Contains(',', StringComparison.Ordinal)
            ? SplitOnCommas(text)
            : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string[] SplitOnCommas(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] NoSplit(string text) => [text];

    private (string? Url, string? Alt, string? Caption) Image()
    {
        foreach (var from in (Fields?[])[fields, extra])
        {
            var field = from?.Find(
                "feature_image",
                "featured_image",
                "image",
                "images",
                "heroImage",
                "cover",
                "coverImage",
                "thumbnail",
                "banner",
                "og_image"
            );
            var value = field?.Value is ListValue { Items: [var first, ..] } ? first : field?.Value;
            switch (value)
            {
                case ScalarValue scalar when scalar.Text is not ("true" or "false"):
                    return (MediaAddress(field!, scalar.Text), null, null);
                case MapValue map:
                    return ImageMap(field!, new(map, problems));
            }
        }
        return default;
    }

    private (string? Url, string? Alt, string? Caption) ImageMap(Field field, Fields image) =>
        (
            image.Text("src", "url", "path", "image", "feature", "file", "filename") is { } url
                ? MediaAddress(field, url)
                : null,
            Limited(Decoded(image.Text("alt")), field.Key, MaxText),
            WithoutTags(Limited(Decoded(image.Text("caption", "credit")), field.Key, MaxText))
        );

    private string? MediaAddress(Field field, string written)
    {
        var address = links.Resolve(written.Trim('[', ']', '!'));
        if (address.Kind is LinkKind.External or LinkKind.Content or LinkKind.Site && address.Url.Length <= MaxText)
        {
            return address.Url;
        }
        problems.Add(ProblemCatalog.FieldAddress, field.At, field.Key, written);
        return null;
    }

    private string? MediaAddress(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { Value: ScalarValue scalar } field ? MediaAddress(field, scalar.Text) : null;

    private string? WebAddress(params ReadOnlySpan<string> keys)
    {
        if (fields.Find(keys) is not { Value: ScalarValue { Text: var written } } field)
        {
            return null;
        }
        if (
            links.Resolve(written) is
            { Kind: LinkKind.External or LinkKind.Site, Url: { Length: > 0 and <= MaxText } url }
        )
        {
            return url;
        }
        problems.Add(ProblemCatalog.FieldAddress, field.At, field.Key, written);
        return null;
    }

    private List<string> Redirects(params ReadOnlySpan<string> keys)
    {
        var paths = new List<string>();
        foreach (var key in keys)
        {
            foreach (var (written, from) in Names(fields.Find(key), NoSplit))
            {
                if (AliasPath.Of(written) is not { } path)
                {
                    problems.Add(ProblemCatalog.FieldAddress, from.At, from.Key, written);
                }
                else if (!paths.Contains(path))
                {
                    paths.Add(path);
                }
            }
        }
        if (paths.Count > MaxAliases)
        {
            problems.Add(
                ProblemCatalog.FieldTooMany,
                fields.Find(keys)?.At ?? Position.Start,
                keys[0],
                MaxAliases.ToString(CultureInfo.InvariantCulture)
            );
        }
        return paths.Count > MaxAliases ? paths[..MaxAliases] : paths;
    }

    private List<string> AlternateTitles() =>
        [
            .. Names(fields.Find("aliases", "alias"), NoSplit)
                .Select(title => Fields.OneLine(title.Name))
                .Where(title => title.Length is > 0 and <= MaxTitle)
                .Take(MaxAliases),
        ];

    private ShareMetadata? Share()
    {
        var share = new ShareMetadata(
            Text("meta_title"),
            Text("meta_description")
                ?? (fields.Find("custom_excerpt", "excerpt", "summary") is null ? null : Text("description")),
            Text("og_title"),
            Text("og_description"),
            MediaAddress("og_image"),
            Text("twitter_title"),
            Text("twitter_description"),
            MediaAddress("twitter_image")
        );
        return share == new ShareMetadata() ? null : share;
    }

    private List<Citation> Sources()
    {
        if (fields.Find("sources", "citations", "references") is not { } field)
        {
            return [];
        }
        var items = field.Value is ListValue list ? list.Items : [field.Value];
        var sources = items.Select(Source).OfType<Citation>().ToList();
        if (sources.Count > MaxSources)
        {
            problems.Add(
                ProblemCatalog.FieldTooMany,
                field.At,
                field.Key,
                MaxSources.ToString(CultureInfo.InvariantCulture)
            );
        }
        return sources.Count > MaxSources ? sources[..MaxSources] : sources;
    }

    private Citation? Source(FieldValue value)
    {
        var (title, url) = value switch
        {
            ScalarValue { Text: var text } when MarkdownLink().Match(text) is { Success: true } link => (
                link.Groups["text"].Value,
                link.Groups["url"].Value
            ),
            ScalarValue { IsNull: false } scalar => (scalar.Text, scalar.Text),
            MapValue map => new Fields(map, problems) is var inner
                ? (inner.Text("title", "name"), inner.Text("url", "link", "href", "doi"))
                : default,
            _ => default,
        };
        var address =
            url is not null && links.Resolve(url) is { Kind: LinkKind.External, Url: { Length: <= MaxText } web }
                ? web
                : null;
        return (title ?? address) is { } shown
            ? new(Limited(Fields.OneLine(shown), "sources", MaxTitle)!, address)
            : null;
    }

    private string Language()
    {
        if (fields.Find("lang", "language", "locale") is not { Value: ScalarValue { Text: var written } } field)
        {
            return names.Language ?? settings.Language;
        }
        if (LanguageTag.Parse(written) is { } tag)
        {
            return tag;
        }
        problems.Add(ProblemCatalog.LanguageUnknown, field.At, written);
        return settings.Language;
    }

    [GeneratedRegex("^[0-9a-fA-F]{24}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex("^[0-9a-fA-F]{16,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex LikeAnId();

    [GeneratedRegex("</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"^\[(?<text>[^\[\]]+)\]\((?<url>[^()\s]+)\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkdownLink();
}
