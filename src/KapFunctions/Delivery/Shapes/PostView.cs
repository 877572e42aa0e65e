using KapFunctions.Content;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Shapes;

/// <summary>All that a post's shapes are made of.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Body">Its body; null where no field of the answer needs it.</param>
/// <param name="Site">The site that it is part of.</param>
/// <param name="Addresses">Public addresses.</param>
public sealed record PostView(PostRow Row, PostBody? Body, SiteSettings Site, PublicAddresses Addresses)
{
    /// <summary>What its front matter and text say.</summary>
    public PostMetadata Metadata => Row.Metadata!;

    /// <summary>Its authors as the site knows them; where it names nobody, the site's first author, else the site itself.</summary>
    public IReadOnlyList<Author> Authors =>
        Metadata.Authors is { Count: > 0 } named
            ? [.. named.Select(AuthorOf)]
            : [Site.Authors.Count > 0 ? Site.Authors[0] : SiteAsAuthor(Site)];

    /// <summary>Its tags as the site knows them.</summary>
    public IEnumerable<Tag> Tags => Metadata.Tags.Select(TagOf);

    /// <summary>Who writes where nobody is named.</summary>
    public static Author SiteAsAuthor(SiteSettings site) =>
        new() { Name = site.Title, Slug = Slug.From(site.Title) is { Length: > 0 } slug ? slug : "site" };

    private Author AuthorOf(TagReference named) =>
        Site.Authors.FirstOrDefault(author => author.Slug == named.Slug)
        ?? new() { Name = named.Name, Slug = named.Slug };

    private Tag TagOf(TagReference named) =>
        Site.Tags.FirstOrDefault(tag => tag.Slug == named.Slug) ?? new() { Name = named.Name, Slug = named.Slug };
}
