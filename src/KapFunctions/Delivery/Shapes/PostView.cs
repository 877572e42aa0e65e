using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Shapes;

/// <summary>All that a post's shapes are made of. <c>Body</c> is null where no field of the answer needs it.</summary>
internal sealed record PostView(PostRow Row, PostBody? Body, SiteSettings Site, PublicAddresses Addresses)
{
    public PostMetadata Metadata => Row.Metadata!;

    public string Url => Addresses.Post(Metadata.Slug);

    /// <summary>What it has of the site's own fields; of other posts those that readers see.</summary>
    public IReadOnlyList<OwnFieldValues> OwnFields => SeenFields.Of(Row, Site, Addresses);

    /// <summary>The text in each of the site's languages; set where a field of the answer needs it.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    /// <summary>What stands around it is in its language.</summary>
    public PublicAddresses Around => Addresses.Beside(Metadata.Slug);

    /// <summary>Its authors as the site knows them; never none.</summary>
    public IEnumerable<AuthorView> Authors =>
        SiteAuthors.Of(Row, Site).Select(author => new AuthorView(author, Posts: null, Around));

    public IEnumerable<TagView> Tags =>
        SiteAuthors.TagsOf(Row, Site).Select(tag => new TagView(tag, Posts: null, Around));
}
