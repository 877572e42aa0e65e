using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>The names in posts, filled up with what <c>site.yaml</c> says of them.</summary>
public static class SiteAuthors
{
    /// <summary>Stands in where a post names nobody: the site's first author, else the site itself.</summary>
    public static Author Default(SiteSettings settings) =>
        settings.Authors.Count > 0 ? settings.Authors[0] : new Author { Name = settings.Title, Slug = "site" };

    /// <summary>Never none.</summary>
    public static IReadOnlyList<Author> Of(PostRow post, SiteSettings settings) =>
        post.Metadata?.Authors is { Count: > 0 } named
            ? [.. named.DistinctBy(author => author.Slug).Select(author => Author(author, settings))]
            : [Default(settings)];

    public static IReadOnlyList<Tag> TagsOf(PostRow post, SiteSettings settings) =>
        [.. (post.Metadata?.Tags ?? []).DistinctBy(tag => tag.Slug).Select(tag => Tag(tag, settings))];

    internal static Author Author(TagReference named, SiteSettings settings) =>
        settings.Authors.FirstOrDefault(author => author.Slug == named.Slug)
        ?? new Author { Name = named.Name, Slug = named.Slug };

    internal static Tag Tag(TagReference named, SiteSettings settings) =>
        settings.Tags.FirstOrDefault(tag => tag.Slug == named.Slug) ?? new Tag { Name = named.Name, Slug = named.Slug };
}
