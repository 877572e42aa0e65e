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
            ? [.. named.Select(author => Author(author, settings)).DistinctBy(author => author.Slug)]
            : [Default(settings)];

    public static IReadOnlyList<Tag> TagsOf(PostRow post, SiteSettings settings) =>
        [.. (post.Metadata?.Tags ?? []).Select(tag => Tag(tag, settings)).DistinctBy(tag => tag.Slug)];

    /// <summary>Slugs as posts have them of the tag whose address ends in <paramref name="slug"/>.</summary>
    public static IReadOnlyList<string> WrittenAs(string slug, SiteSettings settings) =>
        [
            .. settings
                .Tags.Where(tag => tag.Slug == slug)
                .Select(tag => tag.NameSlug)
                .OfType<string>()
                .Append(slug)
                .Where(written => Tag(new("", written), settings).Slug == slug),
        ];

    /// <summary>What the name in a post says counts before what its slug says: an address may be another tag's name.</summary>
    internal static Author Author(TagReference named, SiteSettings settings) =>
        settings.Authors.FirstOrDefault(author => (author.NameSlug ?? author.Slug) == named.Slug)
        ?? settings.Authors.FirstOrDefault(author => author.Slug == named.Slug)
        ?? new Author { Name = named.Name, Slug = named.Slug };

    internal static Tag Tag(TagReference named, SiteSettings settings) =>
        settings.Tags.FirstOrDefault(tag => (tag.NameSlug ?? tag.Slug) == named.Slug)
        ?? settings.Tags.FirstOrDefault(tag => tag.Slug == named.Slug)
        ?? new Tag { Name = named.Name, Slug = named.Slug };
}
