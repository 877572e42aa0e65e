using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using static KapFunctions.Delivery.Shapes.ShapeField<KapFunctions.Delivery.Shapes.TagView>;

namespace KapFunctions.Delivery.Shapes;

/// <summary><c>Posts</c> counts the visible posts with the tag; null where nobody asked.</summary>
internal sealed record TagView(Tag Tag, int? Posts, PublicAddresses Addresses);

/// <summary>A tag as Ghost's Content API gives it. https://ghost.org/docs/content-api/#tags</summary>
internal static class TagShape
{
    public static readonly Shape<TagView> Ghost = new(
        Text("id", view => ContentIds.OfTag(view.Tag.Slug)),
        Text("name", view => view.Tag.Name),
        Text("slug", view => view.Tag.Slug),
        Text("description", view => view.Tag.Description),
        Text("feature_image", view => view.Addresses.Finish(view.Tag.FeatureImage)),
        Text("visibility", view => view.Tag.Visibility),
        Null("og_image"),
        Null("og_title"),
        Null("og_description"),
        Null("twitter_image"),
        Null("twitter_title"),
        Null("twitter_description"),
        Null("meta_title"),
        Null("meta_description"),
        Null("codeinjection_head"),
        Null("codeinjection_foot"),
        Null("canonical_url"),
        Text("accent_color", view => view.Tag.AccentColor),
        // As in Ghost, what nobody is shown leads nowhere.
        Text("url", view => view.Tag.IsInternal ? view.Addresses.Home + "404/" : view.Addresses.Tag(view.Tag.Slug)),
        Count(view => view.Posts)
    );
}
