using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
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

    /// <summary>Its authors as the site knows them; never none.</summary>
    public IEnumerable<AuthorView> Authors =>
        SiteAuthors.Of(Row, Site).Select(author => new AuthorView(author, Posts: null, Addresses));

    /// <summary>Its tags as the site knows them.</summary>
    public IEnumerable<TagView> Tags =>
        SiteAuthors.TagsOf(Row, Site).Select(tag => new TagView(tag, Posts: null, Addresses));
}
