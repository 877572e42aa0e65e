using System.Globalization;
using System.Text.Json;
using KapFunctions.Content.PageHead;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Shapes;

/// <summary>What a single post's JSON says beyond Ghost's fields: where it stands among others, and what it rests on.</summary>
/// <param name="Post">The post.</param>
/// <param name="Previous">The next older one; null at the end.</param>
/// <param name="Next">The next newer one; null at the beginning.</param>
/// <param name="Related">Posts about the same.</param>
public sealed record PostDetails(PostView Post, PostRow? Previous, PostRow? Next, IReadOnlyList<PostRow> Related)
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
        new("toc", (json, details) => WriteToc(json, details.Post.Body!.Toc)),
        new("previous", (json, details) => details.WriteNeighbour(json, details.Previous)),
        new("next", (json, details) => details.WriteNeighbour(json, details.Next)),
        new("related", (json, details) => details.WriteRelated(json)),
        new("json_ld", (json, details) => json.WriteRawValue(JsonLdOf(details.Post))),
        ShapeField<PostDetails>.Number("word_count", details => details.Post.Metadata.WordCount),
        ShapeField<PostDetails>.Text("language", details => details.Post.Metadata.Language),
        ShapeField<PostDetails>.Text(
            "reviewed",
            details => details.Post.Metadata.Reviewed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ),
        ShapeField<PostDetails>.Text("reviewed_by", details => details.Post.Metadata.ReviewedBy),
        new("sources", (json, details) => WriteSources(json, details.Post.Metadata.Sources)),
        ShapeField<PostDetails>.Time("expires", details => details.Post.Metadata.Expires)
    );

    /// <summary>The details of a post, as the view knows them.</summary>
    public static PostDetails Of(View view, PostView post) =>
        new(post, view.Previous(post.Row), view.Next(post.Row), view.Related(post.Row, MaxRelated));

    /// <summary>Writes the post with its details.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        PostShape.Ghost.WriteFields(json, Post, Everything);
        Shape.WriteFields(json, this, Everything);
        json.WriteEndObject();
    }

    /// <summary>What search engines are told of a post, as JSON that can stand in a <c>script</c> element.</summary>
    public static string JsonLdOf(PostView post) => JsonLd.Of(post.Metadata, post.Site, FactsOf(post));

    /// <summary>What the read side knows of a post for search engines and social networks.</summary>
    public static PageFacts FactsOf(PostView post)
    {
        var addresses = post.Addresses;
        return new()
        {
            Url = addresses.Post(post.Metadata.Slug),
            SiteUrl = addresses.Home,
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
                    addresses.Author(author.Author.Slug)
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

    private void WriteRelated(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var row in Related)
        {
            WriteNeighbour(json, row);
        }

        json.WriteEndArray();
    }

    private static void WriteToc(Utf8JsonWriter json, IReadOnlyList<TocEntry> entries)
    {
        json.WriteStartArray();
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("text", entry.Text);
            json.WriteNumber("level", entry.Level);
            json.WritePropertyName("children");
            WriteToc(json, entry.Children);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSources(Utf8JsonWriter json, IReadOnlyList<Citation> sources)
    {
        json.WriteStartArray();
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            json.WriteString("url", source.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
