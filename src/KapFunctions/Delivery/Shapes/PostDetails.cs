using System.Globalization;
using System.Text.Json;
using KapFunctions.Content.PageHead;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Shapes;

/// <summary>What a single post's JSON adds to Ghost's fields: its neighbours, and what it rests on.</summary>
internal sealed record PostDetails(PostView Post, PostRow? Previous, PostRow? Next, IReadOnlyList<PostRow> Related)
{
    private const int MaxRelated = 5;

    private static readonly FieldSelection Neighbour = new(
        new HashSet<string>(StringComparer.Ordinal)
        {
            "id",
            "slug",
            "title",
            "url",
            "excerpt",
            "feature_image",
            "published_at",
        },
        FieldSelection.None,
        FieldSelection.None
    );

    private static readonly FieldSelection Everything = new(null, PostShape.OptionalFields, PostShape.OptionalFields);

    private static readonly Shape<PostDetails> Shape = new(
        new("toc", (json, details) => json.WriteList(details.Post.Body!.Toc, entry => WriteTocEntry(json, entry))),
        new("previous", (json, details) => details.WriteNeighbour(json, details.Previous)),
        new("next", (json, details) => details.WriteNeighbour(json, details.Next)),
        new("related", (json, details) => json.WriteList(details.Related, row => details.WriteNeighbour(json, row))),
        new("json_ld", (json, details) => json.WriteRawValue(JsonLdOf(details.Post))),
        ShapeField<PostDetails>.Number("word_count", details => details.Post.Metadata.WordCount),
        ShapeField<PostDetails>.Text("language", details => details.Post.Metadata.Language),
        ShapeField<PostDetails>.Text(
            "reviewed",
            details => details.Post.Metadata.Reviewed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ),
        ShapeField<PostDetails>.Text("reviewed_by", details => details.Post.Metadata.ReviewedBy),
        new(
            "edited_since_review",
            (json, details) => json.WriteBooleanValue(details.Post.Metadata.IsEditedSinceReview)
        ),
        new(
            "sources",
            (json, details) => json.WriteList(details.Post.Metadata.Sources, source => WriteSource(json, source))
        ),
        ShapeField<PostDetails>.Time("expires", details => details.Post.Metadata.Expires)
    );

    public static PostDetails Of(View view, PostView post) =>
        new(post, view.Previous(post.Row), view.Next(post.Row), view.Related(post.Row, MaxRelated));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        PostShape.Of(Post.Metadata.Kind, Post.Site).WriteFields(json, Post, Everything);
        Shape.WriteFields(json, this, Everything);
        json.WriteEndObject();
    }

    /// <summary>What search engines are told of a post, as JSON that can stand in a <c>script</c> element.</summary>
    public static string JsonLdOf(PostView post) => JsonLd.Of(post.Metadata, post.Site, FactsOf(post));

    public static PageFacts FactsOf(PostView post)
    {
        var addresses = post.Addresses;
        return new()
        {
            Url = addresses.Post(post.Metadata.Slug),
            SiteUrl = addresses.Site + "/",
            Image = addresses.Finish(post.Metadata.FeatureImage),
            OgImage = addresses.Finish(post.Metadata.Share?.OgImage),
            TwitterImage = addresses.Finish(post.Metadata.Share?.TwitterImage),
            Logo = addresses.Finish(post.Site.Logo),
            Published = post.Row.DatedAt,
            Modified = post.Metadata.Updated ?? post.Row.DatedAt,
            Authors =
            [
                .. post.Authors.Select(author => new PageAuthor(
                    author.Author.Name,
                    post.Around.Author(author.Author.Slug)
                )),
            ],
        };
    }

    private void WriteNeighbour(Utf8JsonWriter json, PostRow? row)
    {
        if (row is null)
        {
            json.WriteNullValue();
            return;
        }

        PostShape.Ghost.Write(json, new(row, Body: null, Post.Site, Post.Addresses), Neighbour);
    }

    private static void WriteTocEntry(Utf8JsonWriter json, TocEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("text", entry.Text);
        json.WriteNumber("level", entry.Level);
        json.WriteList("children", entry.Children, child => WriteTocEntry(json, child));
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Citation source)
    {
        json.WriteStartObject();
        json.WriteString("title", source.Title);
        json.WriteString("url", source.Url);
        json.WriteEndObject();
    }
}
