using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.PageHead;

/// <summary><c>BlogPosting</c>, and <c>MedicalWebPage</c> too where the page says who reviewed it and when.
/// https://schema.org/BlogPosting, https://schema.org/MedicalWebPage</summary>
public static class JsonLd
{
    /// <summary>Can stand in a <c>script</c> element: angle brackets and ampersands are escaped.</summary>
    public static string Of(PostMetadata post, SiteSettings site, PageFacts page)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            WriteTypes(json, post);
            WriteText(json, post, page);
            WritePeople(json, site, page);
            WriteReview(json, post);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteTypes(Utf8JsonWriter json, PostMetadata post)
    {
        var main = post.Kind == PostKind.Post ? "BlogPosting" : "WebPage";
        if (post.Reviewed is null && post.ReviewedBy is null && post.Sources.Count == 0)
        {
            json.WriteString("@type", main);
            return;
        }
        json.WriteStartArray("@type");
        json.WriteStringValue(main);
        json.WriteStringValue("MedicalWebPage");
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, PostMetadata post, PageFacts page)
    {
        json.WriteString("headline", post.Title);
        WriteIfAny(json, "description", post.Share?.MetaDescription ?? (post.Excerpt.Length > 0 ? post.Excerpt : null));
        json.WriteString("url", page.Url);
        json.WriteString("mainEntityOfPage", post.CanonicalUrl ?? page.Url);
        json.WriteString("inLanguage", post.Language);
        WriteIfAny(json, "image", page.Image);
        WriteIfAny(json, "datePublished", Iso(page.Published ?? post.Date));
        WriteIfAny(json, "dateModified", Iso(page.Modified ?? post.Updated));
        json.WriteNumber("wordCount", post.WordCount);
        if (string.Join(", ", post.PublicTags.Select(tag => tag.Name)) is { Length: > 0 } keywords)
        {
            json.WriteString("keywords", keywords);
        }
    }

    private static void WritePeople(Utf8JsonWriter json, SiteSettings site, PageFacts page)
    {
        if (page.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (var author in page.Authors)
            {
                WriteThing(json, null, "Person", author.Name, author.Url);
            }
            json.WriteEndArray();
        }
        json.WriteStartObject("publisher");
        json.WriteString("@type", "Organization");
        json.WriteString("name", site.Title);
        json.WriteString("url", page.SiteUrl);
        WriteIfAny(json, "logo", page.Logo);
        json.WriteEndObject();
    }

    private static void WriteReview(Utf8JsonWriter json, PostMetadata post)
    {
        var reviewed = post.IsEditedSinceReview ? null : post.Reviewed;
        WriteIfAny(json, "lastReviewed", reviewed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (post.ReviewedBy is { } reviewer)
        {
            WriteThing(json, "reviewedBy", "Person", reviewer, null);
        }
        if (post.Sources.Count > 0)
        {
            json.WriteStartArray("citation");
            foreach (var source in post.Sources)
            {
                WriteThing(json, null, "CreativeWork", source.Title, source.Url);
            }
            json.WriteEndArray();
        }
    }

    private static void WriteThing(Utf8JsonWriter json, string? property, string type, string name, string? url)
    {
        if (property is not null)
        {
            json.WritePropertyName(property);
        }
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", name);
        WriteIfAny(json, "url", url);
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string property, string? value)
    {
        if (value is not null)
        {
            json.WriteString(property, value);
        }
    }

    private static string? Iso(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
