using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Content.Posts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>A post as a Markdown file for readers, written from what the APIs say and the finished HTML: nothing of the author's
/// file is copied.</summary>
public static class PostMarkdown
{
    private static readonly ISerializer Yaml = new SerializerBuilder()
        .WithQuotingNecessaryStrings(quoteYaml1_1Strings: true)
        .DisableAliases()
        .Build();

    private static readonly EmitterSettings OnOneLine = new(
        2,
        int.MaxValue,
        isCanonical: false,
        maxSimpleKeyLength: 1024
    );

    /// <param name="post">What lists say of the post.</param>
    /// <param name="published">When readers may first see it.</param>
    /// <param name="body">Its body.</param>
    /// <param name="resolve">An address of a body or of metadata as an absolute one; null where it leads nowhere.</param>
    public static string Of(PostMetadata post, DateTimeOffset? published, PostBody body, Func<string, string?> resolve)
    {
        var markdown = PublicMarkdown.Of(body.Html);
        var text = new StringBuilder(markdown.Length + 1024).Append("---\n");
        using (var yaml = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" })
        {
            Yaml.Serialize(new Emitter(yaml, OnOneLine), Head(post, published, body, resolve));
            text.Append(yaml.GetStringBuilder());
        }
        text.Append("---\n\n");
        OpenAddress.Fill(markdown, resolve, text);
        return text.ToString();
    }

    /// <summary>Text on one line, as Markdown that means just this.</summary>
    public static string Line(string text) => MarkdownText.Escape(MarkdownText.OneLine(text).Trim());

    private static Dictionary<string, object> Head(
        PostMetadata post,
        DateTimeOffset? published,
        PostBody body,
        Func<string, string?> resolve
    )
    {
        var share = post.Share ?? new();
        var head = new Dictionary<string, object>();
        Add("title", post.Title);
        Add("slug", post.Slug);
        Add("date", Iso(published));
        Add("updated", Iso(post.Updated));
        Add("expires", Iso(post.Expires));
        Add("featured", post.Featured ? true : null);
        Add("tags", post.PublicTags.Select(tag => tag.Name).ToArray());
        Add("authors", post.Authors.Select(author => author.Name).ToArray());
        Add("excerpt", post.CustomExcerpt);
        Add("feature_image", Address(post.FeatureImage));
        Add("feature_image_alt", post.FeatureImageAlt);
        Add("feature_image_caption", post.FeatureImageCaption);
        Add("canonical", Address(post.CanonicalUrl));
        Add("language", post.Language);
        Add("reviewed", post.Reviewed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("reviewed_by", post.ReviewedBy);
        Add("edited_since_review", post.IsEditedSinceReview ? true : null);
        Add("sources", post.Sources.Select(SourceOf).ToArray());
        Add("meta_title", share.MetaTitle);
        Add("meta_description", share.MetaDescription);
        Add("og_title", share.OgTitle);
        Add("og_description", share.OgDescription);
        Add("og_image", Address(share.OgImage));
        Add("twitter_title", share.TwitterTitle);
        Add("twitter_description", share.TwitterDescription);
        Add("twitter_image", Address(share.TwitterImage));
        foreach (var (name, value) in body.Frontmatter)
        {
            Add(name, Plain(value));
        }
        return head;

        string? Address(string? written) => written is null ? null : resolve(written);

        void Add(string name, object? value)
        {
            if (value is not (null or "" or Array { Length: 0 }))
            {
                head.TryAdd(name, value);
            }
        }
    }

    private static Dictionary<string, string> SourceOf(Citation source) =>
        source.Url is { } url ? new() { ["title"] = source.Title, ["url"] = url } : new() { ["title"] = source.Title };

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .ToDictionary(field => field.Name, field => Plain(field.Value)),
            JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToArray(),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            _ => null,
        };

    private static string? Iso(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
