using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using static KapFunctions.Delivery.Shapes.ShapeField<KapFunctions.Delivery.Shapes.AuthorView>;

namespace KapFunctions.Delivery.Shapes;

/// <summary><c>Posts</c> counts the author's visible posts; null where nobody asked.</summary>
internal sealed record AuthorView(Author Author, int? Posts, PublicAddresses Addresses);

/// <summary>An author as Ghost's Content API gives it. https://ghost.org/docs/content-api/#authors</summary>
internal static class AuthorShape
{
    public static readonly Shape<AuthorView> Ghost = new(
        Text("id", view => ContentIds.OfAuthor(view.Author.Slug)),
        Text("name", view => view.Author.Name),
        Text("slug", view => view.Author.Slug),
        Text("profile_image", view => view.Addresses.Finish(view.Author.ProfileImage)),
        Text("cover_image", view => view.Addresses.Finish(view.Author.CoverImage)),
        Text("bio", view => view.Author.Bio),
        Text("website", view => view.Author.Website),
        Text("location", view => view.Author.Location),
        Social("facebook"),
        Social("twitter"),
        Social("threads"),
        Social("bluesky"),
        Social("mastodon"),
        Social("tiktok"),
        Social("youtube"),
        Social("instagram"),
        Social("linkedin"),
        Null("meta_title"),
        Null("meta_description"),
        Text("url", view => view.Addresses.Author(view.Author.Slug)),
        Count(view => view.Posts)
    );

    private static ShapeField<AuthorView> Social(string network) =>
        Text(network, view => view.Author.Social.GetValueOrDefault(network));
}
