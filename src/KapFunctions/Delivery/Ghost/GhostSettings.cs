using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using static KapFunctions.Delivery.Shapes.ShapeField<KapFunctions.Delivery.Ghost.SettingsView>;

namespace KapFunctions.Delivery.Ghost;

internal sealed record SettingsView(SiteSettings Site, PublicAddresses Addresses);

/// <summary>The site's settings as Ghost gives them. https://ghost.org/docs/content-api/#settings</summary>
public sealed class GhostSettings(PublicUrls urls)
{
    public const string Name = "settings";

    private static readonly FieldSelection Everything = new(null, FieldSelection.None, FieldSelection.None);

    private static readonly Shape<SettingsView> Shape = new(
        Text("title", view => view.Site.Title),
        Text("description", view => view.Site.Description ?? ""),
        Text("logo", view => view.Addresses.Finish(view.Site.Logo)),
        Text("icon", view => view.Addresses.Finish(view.Site.Icon)),
        Text("accent_color", view => view.Site.AccentColor),
        Text("cover_image", view => view.Addresses.Finish(view.Site.CoverImage)),
        Text("facebook", view => view.Site.Social.GetValueOrDefault("facebook")),
        Text("twitter", view => view.Site.Social.GetValueOrDefault("twitter")),
        Account("threads"),
        Account("bluesky"),
        Account("mastodon"),
        Account("tiktok"),
        Account("youtube"),
        Account("instagram"),
        Account("linkedin"),
        Text("lang", view => view.Site.Rendering.Language),
        Text("locale", view => view.Site.Rendering.Language),
        Text("timezone", view => view.Site.Rendering.TimeZone),
        Null("codeinjection_head"),
        Null("codeinjection_foot"),
        new("navigation", (json, view) => WriteMenu(json, view.Site.Navigation)),
        new("secondary_navigation", (json, view) => WriteMenu(json, view.Site.SecondaryNavigation)),
        Null("meta_title"),
        Null("meta_description"),
        Null("og_image"),
        Null("og_title"),
        Null("og_description"),
        Null("twitter_image"),
        Null("twitter_title"),
        Null("twitter_description"),
        // There are no members, but clients that check what they get insist on an address, which Ghost makes like this.
        Text("members_support_address", NoReply),
        Boolean("members_enabled", _ => false),
        Boolean("donations_enabled", _ => false),
        Boolean("members_invite_only", _ => false),
        Text("members_signup_access", _ => "none"),
        Boolean("paid_members_enabled", _ => false),
        Null("firstpromoter_account"),
        Null("portal_button_style"),
        Boolean("portal_button", _ => false),
        Null("portal_button_icon"),
        Null("portal_button_signup_text"),
        Boolean("portal_name", _ => false),
        None("portal_plans"),
        Text("portal_default_plan", _ => "yearly"),
        Boolean("portal_signup_gift_promotion", _ => false),
        Boolean("portal_account_gift_promotion", _ => false),
        Boolean("portal_signup_checkbox_required", _ => false),
        Null("portal_signup_terms_html"),
        Text("comments_enabled", _ => "off"),
        Boolean("allow_self_signup", _ => false),
        Boolean("recommendations_enabled", _ => false),
        Boolean("outbound_link_tagging", _ => false),
        Text("default_email_address", NoReply),
        Text("support_email_address", NoReply),
        Text("editor_default_email_recipients", _ => "disabled"),
        new(
            "labs",
            (json, _) =>
            {
                json.WriteStartObject();
                json.WriteEndObject();
            }
        ),
        Boolean("transistor_portal_enabled", _ => false),
        Null("transistor_portal_heading"),
        Null("transistor_portal_description"),
        Null("transistor_portal_button_text"),
        Null("transistor_portal_url_template"),
        Text("site_uuid", view => ContentIds.Uuid($"site:{view.Addresses.Home}")),
        Text("url", view => view.Addresses.Home),
        Text("version", _ => "6.0")
    );

    private static string NoReply(SettingsView view) => $"noreply@{new Uri(view.Addresses.Home).Host}";

    private static ShapeField<SettingsView> Account(string network) =>
        Text(network, view => view.Site.Social.GetValueOrDefault(network));

    internal Answer Of(View view)
    {
        var shown = new SettingsView(view.Site.Settings, urls.Of(view));
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName(Name);
            Shape.Write(json, shown, Everything);
            json.WriteStartObject("meta");
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteMenu(Utf8JsonWriter json, IReadOnlyList<NavigationItem> items) =>
        json.WriteList(
            items,
            item =>
            {
                json.WriteStartObject();
                json.WriteString("label", item.Label);
                json.WriteString("url", item.Url);
                json.WriteEndObject();
            }
        );
}
