using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

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

    /// <summary>Other systems use addresses of a few dozen characters.</summary>
    private const int MaxGuid = 500;

    // Zola keeps what it does not know below "extra", and its tags below "taxonomies".
    private readonly Fields? extra = fields.Map("extra");
    private readonly Fields? taxonomies = fields.Map("taxonomies");

    /// <summary>Title, excerpt and picture may still come from the body.</summary>
    public PostMetadata Read()
    {
        var image = Image();
        var language = Language();
        var reviewed = ReadDay("reviewed", "last_reviewed", "reviewed_at");
        var post = new PostMetadata
        {
            Kind = ContentPaths.KindOf(source.Path) == ContentKind.Page ? PostKind.Page : PostKind.Post,
            Title = Limited(Decoded(fields.Text("title")), "title", MaxTitle) ?? "",
            Slug = Address(AddressPrefix(language)),
            Id = Id(),
            Featured =
                fields.Find("featured") is { Value: ScalarValue { Text: var featured } }
                    && SwitchWord.Read(featured).IsOn == true
                || fields.Flag("pinned", "sticky") == true,
            Tags = Tags(),
            Authors = Authors(),
            CustomExcerpt = Limited(
                Worded(Decoded(fields.Text("custom_excerpt", "excerpt", "summary", "description"))),
                "excerpt",
                MaxText
            ),
            FeatureImage = image.Url,
            FeatureImageAlt =
                image.Alt ?? Text("feature_image_alt", "image_alt", "heroImageAlt", "coverAlt", "imageAlt"),
            FeatureImageCaption =
                image.Caption
                ?? Caption(Text("feature_image_caption", "image_caption", "image_figcaption", "imageCaption")),
            FeatureImageFocus = image.Focus ?? Focus(fields),
            CanonicalUrl = WebAddress("canonical", "canonical_url"),
            NoIndex = IsNotForSearchEngines(),
            Aliases = AliasesAreTitles
                ? Redirects("redirect_from", "redirects")
                : Redirects("aliases", "alias", "redirect_from", "redirects"),
            AlternateTitles = AliasesAreTitles ? AlternateTitles() : [],
            Share = Share(),
            Reviewed = reviewed,
            ReviewedFrom = reviewed is { } day ? Utc(new(day.ToDateTime(TimeOnly.MinValue), Offset: null)) : null,
            ReviewedBy = Text("reviewed_by", "reviewer"),
            Sources = Sources(),
            Language = language.Tag,
            StatesLanguage = language.IsStated,
            TranslationKey = TranslationKey(),
            FormerFeedId = Limited(fields.Text("guid"), "guid", MaxGuid),
        };
        return WithNearDates(WithDates(WithReviewDue(post)));
    }

    /// <summary>Also as themes of Hugo's (<c>robotsNoIndex</c>) and Jekyll's sitemap (<c>sitemap: false</c>) have it, and as the tag
    /// that pages get: https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag</summary>
    private bool IsNotForSearchEngines() =>
        IsOn("noindex", "robotsNoIndex") == true
        || IsOn("sitemap") == false
        || fields.Find("robots") is { Value: ScalarValue { Text: var robots } }
            && robots
                .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Any(word => word.Equals("noindex", StringComparison.OrdinalIgnoreCase) || word == "none");

    private bool? IsOn(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { Value: ScalarValue { Text: var written } } ? SwitchWord.Read(written).IsOn : null;

    private string? Text(params ReadOnlySpan<string> keys) =>
        Limited(Decoded(fields.Text(keys) ?? extra?.Text(keys)), keys[0], MaxText);

    /// <summary>Titles copied from web pages carry entities; readers would see them as they stand.</summary>
    private static string? Decoded(string? text) =>
        text is not null && text.Contains('&', StringComparison.Ordinal)
            ? WellFormed.Text(WebUtility.HtmlDecode(text))
            : text;

    /// <summary>A summary is text in lists, feeds and heads of pages, whatever marks its author gave it.
    /// Who writes about the &lt;div&gt; element closes none.</summary>
    private static string? Worded(string? text) =>
        text is null ? null
        : Fields.OneLine(
            CaptionText.Of(TextTag().Matches(text).Any(tag => tag.Value[1] == '/') ? TextTag().Replace(text, "") : text)
        )
            is { Length: > 0 } words
            ? words
        : null;

    /// <summary>Ghost's captions are HTML, others Markdown; here they are text.</summary>
    private static string? Caption(string? text) =>
        text is null ? null : Fields.OneLine(CaptionText.Of(Tag().Replace(text, "")));

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

    private string Address(string prefix)
    {
        var written =
            fields.Text("slug") ?? LastSegment(fields.Text("permalink", "url", "path")) ?? extra?.Text("slug");
        if (written is null)
        {
            return prefix
                + NotOwn(
                    Slug.From(names.AddressStem(IsNamedInALanguageOfTheSite)),
                    written: "",
                    isAtRoot: prefix.Length == 0
                );
        }
        var end = written.Trim('/').Split('/')[^1];
        var slug =
            prefix + NotOwn(Slug.From(end), fields.Find("slug") is null ? "" : end, isAtRoot: prefix.Length == 0);
        if (slug != written.Trim('/') && slug != prefix + written.Trim('/') && fields.Find("slug") is { } field)
        {
            problems.Add(ProblemCatalog.SlugChanged, field.At, written, slug);
        }
        return slug;
    }

    /// <summary><paramref name="written"/> is what the slug was made of.</summary>
    private string NotOwn(string slug, string written, bool isAtRoot)
    {
        if (OwnAddresses.Has(slug) || OwnAddresses.Has(written) || (isAtRoot && IsWhereALanguageBegins(slug)))
        {
            var at = fields.Find("slug", "permalink", "url", "path")?.At ?? Position.Start;
            problems.Add(
                ProblemCatalog.SlugReserved,
                at,
                OwnAddresses.Has(written) && !OwnAddresses.Has(slug) ? written : slug,
                slug
            );
        }
        return slug;
    }

    /// <summary>Of <c>/2016/05/title.html</c>; patterns with placeholders name nothing.</summary>
    private static string? LastSegment(string? path)
    {
        if (path is null || path is "false" or "true")
        {
            return null;
        }
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
        {
            path = Uri.UnescapeDataString(whole.AbsolutePath);
        }
        if (path.AsSpan().IndexOfAny("{:<") >= 0)
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

    [GeneratedRegex("^[0-9a-fA-F]{24}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex("^[0-9a-fA-F]{16,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex LikeAnId();

    [GeneratedRegex("</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    /// <summary>Of what marks up words; <c>&lt;Name&gt;</c> is one.</summary>
    [GeneratedRegex(
        "</?(p|br|b|i|u|em|strong|span|a|code|div|small|sup|sub|mark)(\\s[^<>]{0,500})?/?>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TextTag();
}
