using System.Globalization;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.PageHead;

/// <summary>Open Graph and Twitter values: what the author wrote for them, else what the page says of itself.</summary>
public static class ShareTags
{
    /// <summary>Property and content, in the order in which they are written into a head. https://ogp.me</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(PostMetadata post, SiteSettings site, PageFacts page)
    {
        var share = post.Share ?? new();
        var title = share.MetaTitle ?? post.Title;
        var description = share.MetaDescription ?? post.Excerpt;
        var shared = Raster(page.OgImage) ?? Raster(page.Image);
        var image = Raster(page.TwitterImage) ?? shared;
        (string Property, string? Content)[] all =
        [
            ("og:type", post.Kind == PostKind.Post ? "article" : "website"),
            ("og:site_name", site.Title),
            ("og:title", share.OgTitle ?? title),
            ("og:description", share.OgDescription ?? description),
            ("og:url", page.Url),
            ("og:image", shared),
            ("og:locale", post.Language.Replace('-', '_')),
            ("article:published_time", Iso(page.Published ?? post.Date)),
            ("article:modified_time", Iso(page.Modified ?? post.Updated)),
            .. post.PublicTags.Select(tag => ("article:tag", (string?)tag.Name)),
            ("twitter:card", image is null ? "summary" : "summary_large_image"),
            ("twitter:title", share.TwitterTitle ?? share.OgTitle ?? title),
            ("twitter:description", share.TwitterDescription ?? share.OgDescription ?? description),
            ("twitter:image", image),
        ];
        return
        [
            .. all.Where(tag => !string.IsNullOrEmpty(tag.Content))
                .Select(tag => KeyValuePair.Create(tag.Property, tag.Content!)),
        ];
    }

    /// <summary>The values of a page that is a list of posts.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        SiteSettings site,
        string title,
        string? description,
        string url,
        string? image
    )
    {
        image = Raster(image);
        (string Property, string? Content)[] all =
        [
            ("og:type", "website"),
            ("og:site_name", site.Title),
            ("og:title", title),
            ("og:description", description),
            ("og:url", url),
            ("og:image", image),
            ("og:locale", site.Rendering.Language.Replace('-', '_')),
            ("twitter:card", image is null ? "summary" : "summary_large_image"),
        ];
        return
        [
            .. all.Where(tag => !string.IsNullOrEmpty(tag.Content))
                .Select(tag => KeyValuePair.Create(tag.Property, tag.Content!)),
        ];
    }

    /// <summary>Null for an SVG, of which networks show nothing, and leave the place of the picture empty.</summary>
    private static string? Raster(string? image) =>
        image is not null && MediaTypes.IsDocument(image.Split('?', '#')[0]) ? null : image;

    private static string? Iso(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
