using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

internal static class GhostSite
{
    /// <param name="export">The export.</param>
    /// <param name="media">Makes addresses of Ghost's own files ours.</param>
    /// <param name="report">Hears of what nothing here could answer.</param>
    public static ImportedSite Of(GhostExport export, Func<string?, string?> media, ImportReport report) =>
        new()
        {
            Title = export.Setting("title"),
            Description = export.Setting("description"),
            Language = export.Setting("locale") ?? export.Setting("lang"),
            TimeZone = ZoneOf(export.Setting("timezone") ?? export.Setting("active_timezone")),
            Navigation = NavigationOf(export.Setting("navigation"), report),
            SecondaryNavigation = NavigationOf(export.Setting("secondary_navigation"), report),
            More =
            [
                .. ((string[])["logo", "icon", "cover_image"]).Select(key => (key, media(export.Setting(key)))),
                ("accent_color", export.Setting("accent_color")),
                .. Networks.Select(key => (key, export.Setting(key))),
            ],
            Authors =
            [
                .. export.Users.Select(user => new ImportedAuthor(
                    user.Text("name") ?? user.Text("slug")!,
                    user.Text("slug")!,
                    user.Text("bio"),
                    media(user.Text("profile_image") ?? user.Text("image")),
                    user.Text("website"),
                    user.Text("location")
                )
                {
                    More =
                    [
                        ("cover_image", media(user.Text("cover_image"))),
                        .. Networks.Select(key => (key, user.Text(key))),
                    ],
                }),
            ],
            Tags =
            [
                .. export.Tags.Select(tag => new ImportedTag(
                    tag.Text("name")!,
                    tag.Text("slug") ?? Slug.From(tag.Text("name")!),
                    tag.Text("description"),
                    media(tag.Text("feature_image") ?? tag.Text("image"))
                )
                {
                    Color = tag.Text("accent_color"),
                }),
            ],
        };

    /// <summary>What follows it opens a window of Ghost's own program.</summary>
    private const string Portal = "#/portal";

    private static readonly string[] Networks =
    [
        "facebook",
        "twitter",
        "threads",
        "bluesky",
        "mastodon",
        "tiktok",
        "youtube",
        "instagram",
        "linkedin",
    ];

    private static string? ZoneOf(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;

    private static List<NavigationItem> NavigationOf(string? text, ImportReport report)
    {
        try
        {
            using var json = JsonDocument.Parse(text ?? "[]");
            var items =
                json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToArray() : [];
            var named = items
                .Where(item => item.Text("label") is { Length: > 0 } && item.Text("url") is { Length: > 0 })
                .Select(item => new NavigationItem(
                    item.Text("label")!,
                    item.Text("url")!.Replace(GhostExport.OwnAddress, "", StringComparison.Ordinal)
                ))
                .ToLookup(item => item.Url.Contains(Portal, StringComparison.Ordinal));
            foreach (var item in named[true])
            {
                report.Add("navigation", $"\"{item.Label}\" opens Ghost's sign-up, and was left out");
            }
            return [.. named[false]];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
