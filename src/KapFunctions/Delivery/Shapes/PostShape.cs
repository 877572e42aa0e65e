using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KapFunctions.Content.Assembly;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using static KapFunctions.Delivery.Shapes.ShapeField<KapFunctions.Delivery.Shapes.PostView>;

namespace KapFunctions.Delivery.Shapes;

/// <summary>A post as Ghost's Content API gives it. https://ghost.org/docs/content-api/#posts</summary>
internal static class PostShape
{
    /// <summary>Fields that need the body, which lists otherwise do not fetch.</summary>
    public static readonly IReadOnlySet<string> BodyFields = Names("html", "plaintext", "frontmatter", "toc");

    /// <summary>Fields that come only when <c>include</c> or <c>formats</c> asks for them, the site's own also when <c>fields</c> does.</summary>
    public static readonly IReadOnlySet<string> OptionalFields = Names(
        "html",
        "plaintext",
        "tags",
        "authors",
        "primary_tag",
        "primary_author",
        "tiers",
        "fields",
        "lang",
        "translations"
    );

    private static readonly HtmlEncoder Html5 = HtmlEncoder.Create(UnicodeRanges.All);

    public static readonly Shape<PostView> Ghost = new(
        Text("id", post => post.Row.Id),
        Text("uuid", post => ContentIds.Uuid(post.Row.Id)),
        Text("title", post => post.Metadata.Title),
        Text("slug", post => post.Metadata.Slug),
        Text("html", post => Html(post)),
        Text("plaintext", post => ListedText.Of(post.Body!.Html, post.Body.PlainText)),
        Text("comment_id", post => post.Row.Id),
        Text("feature_image", post => post.Addresses.Finish(post.Metadata.FeatureImage)),
        Text("feature_image_alt", post => post.Metadata.FeatureImageAlt),
        // Ghost's clients put captions into their pages as HTML; ours are text.
        Text(
            "feature_image_caption",
            post => post.Metadata.FeatureImageCaption is { } caption ? Html5.Encode(caption) : null
        ),
        Boolean("featured", post => post.Metadata.Featured),
        Text("visibility", _ => "public"),
        Time("created_at", post => post.Row.DatedAt),
        Time("updated_at", post => post.Metadata.Updated ?? post.Row.DatedAt),
        Time("published_at", post => post.Row.DatedAt),
        Text("custom_excerpt", post => post.Metadata.CustomExcerpt),
        Null("codeinjection_head"),
        Null("codeinjection_foot"),
        Null("custom_template"),
        Text("canonical_url", post => post.Metadata.CanonicalUrl),
        Text("url", post => post.Url),
        Text("excerpt", post => post.Metadata.Excerpt),
        Number("reading_time", post => post.Metadata.ReadingTime),
        Boolean("access", _ => true),
        Boolean("comments", _ => false),
        Text("og_image", post => post.Addresses.Finish(post.Metadata.Share?.OgImage)),
        Text("og_title", post => post.Metadata.Share?.OgTitle),
        Text("og_description", post => post.Metadata.Share?.OgDescription),
        Text("twitter_image", post => post.Addresses.Finish(post.Metadata.Share?.TwitterImage)),
        Text("twitter_title", post => post.Metadata.Share?.TwitterTitle),
        Text("twitter_description", post => post.Metadata.Share?.TwitterDescription),
        Text("meta_title", post => post.Metadata.Share?.MetaTitle),
        Text("meta_description", post => post.Metadata.Share?.MetaDescription),
        Null("email_subject"),
        new("frontmatter", WriteFrontmatter),
        new("tags", (json, post) => WriteAll(json, TagShape.Ghost, post.Tags)),
        new("authors", (json, post) => WriteAll(json, AuthorShape.Ghost, post.Authors)),
        new(
            "primary_tag",
            (json, post) => WriteFirst(json, TagShape.Ghost, post.Tags.Take(1).Where(tag => !tag.Tag.IsInternal))
        ),
        new("primary_author", (json, post) => WriteFirst(json, AuthorShape.Ghost, post.Authors)),
        None("tiers"),
        new("fields", OwnFieldShape.Write)
    );

    /// <summary>A page's, which nobody mails.</summary>
    public static readonly Shape<PostView> GhostPage = Ghost.With(
        Boolean("show_title_and_feature_image", _ => true),
        less: "email_subject"
    );

    // Ghost has none of these: they come only where they are asked for, or by our own API.
    private static readonly ShapeField<PostView>[] Languages =
    [
        Text("lang", post => post.Site.LanguageOf(post.Metadata.Language)),
        new(
            "translations",
            (json, post) => json.WriteList(post.Translations, one => WriteTranslation(json, post, one))
        ),
    ];

    private static readonly Shape<PostView> PostInLanguages = Ghost.With(Languages);

    private static readonly Shape<PostView> PageInLanguages = GhostPage.With(Languages);

    /// <summary>The fields of a post or of a page on the site.</summary>
    public static Shape<PostView> Of(PostKind kind, SiteSettings site) =>
        (kind, site.Languages.Count) switch
        {
            (PostKind.Page, 0) => GhostPage,
            (PostKind.Page, _) => PageInLanguages,
            (_, 0) => Ghost,
            _ => PostInLanguages,
        };

    // A tag or an author inside a post comes without its count.
    private static readonly FieldSelection Nested = new(null, Names(), Names("count"));

    /// <summary>For readers elsewhere: absolute, and as Ghost's own without the links of headings to themselves, which are
    /// the theme's.</summary>
    public static string Html(PostView post) => Absolute(post, HeadingAnchors.Without(post.Body!.Html));

    /// <summary>With anchors, and addresses that are right wherever it is shown.</summary>
    public static string Article(PostView post) => Absolute(post, post.Body!.Html);

    private static string Absolute(PostView post, string html) =>
        AbsoluteAddresses.In(PlaceholderFiller.Fill(html, post.Addresses.Resolve), new(post.Url));

    private static void WriteFrontmatter(Utf8JsonWriter json, PostView post)
    {
        if (post.Body!.Frontmatter is not { Count: > 0 } delivered)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var (key, value) in delivered)
        {
            json.WritePropertyName(key);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    // The first is for readers of none of the languages.
    private static void WriteTranslation(Utf8JsonWriter json, PostView post, Translation translation)
    {
        var slug = translation.Post.Metadata!.Slug;
        json.WriteStartObject();
        json.WriteString("lang", translation.Language);
        json.WriteString("slug", slug);
        json.WriteString("url", post.Addresses.Post(slug));
        json.WriteBoolean("x_default", translation == post.Translations[0]);
        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, Shape<T> shape, IEnumerable<T> sources) =>
        json.WriteList(sources, source => shape.Write(json, source, Nested));

    private static void WriteFirst<T>(Utf8JsonWriter json, Shape<T> shape, IEnumerable<T> sources)
    {
        foreach (var source in sources)
        {
            shape.Write(json, source, Nested);
            return;
        }

        json.WriteNullValue();
    }

    private static HashSet<string> Names(params ReadOnlySpan<string> names) =>
        new(names.ToArray(), StringComparer.Ordinal);
}
