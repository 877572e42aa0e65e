using KapFunctions.Content.Dates;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    /// <summary>Shorter than every date with a day, so that "late: 2024" is none.</summary>
    private const int ShortestDay = 6;

    private static readonly string[] DateWords =
    [
        "datum",
        "fecha",
        "data",
        "datetime",
        "publicationdate",
        "datepublished",
        "publishon",
        "publishat",
        "scheduled",
        "scheduledfor",
        "scheduledat",
        "releaseon",
        "publishedon",
        "publishfrom",
        "postedon",
        "embargo",
        "embargountil",
        "embargoeduntil",
        "golive",
        "goliveat",
        "goliveon",
        "golivedate",
        "livefrom",
        "liveon",
        "availablefrom",
        "visiblefrom",
        "veroffentlichungsdatum",
        "veroffentlichtam",
        "erscheint",
        "fechadepublicacion",
        "datedepublication",
        "datapubblicazione",
        "datadipubblicazione",
        "publicatiedatum",
        "datadepublicacao",
    ];

    private static readonly string[] ExpiryWords =
    [
        "expire",
        "expiry",
        "expireson",
        "expiration",
        "expirationdate",
        "unpublishon",
        "unpublishat",
        "validuntil",
        "ablauf",
        "ablaufdatum",
        "gultigbis",
        "caduca",
        "caducidad",
        "expira",
        "expiream",
        "scadenza",
        "scade",
        "verloopt",
        "vervaldatum",
    ];

    /// <summary>A time to come under a near-miss of a date's key: the later date decides when readers see the file, the earlier one
    /// when they no longer do.</summary>
    private PostMetadata WithNearDates(PostMetadata post)
    {
        foreach (var field in fields.Unread.ToList())
        {
            if (
                field.Value is not ScalarValue { Text.Length: >= ShortestDay } scalar
                || MeantBy(Fields.Normalize(field.Key)) is not { } meant
                || !DateText.TryParse(scalar.Text, out var date)
                || !date.IsInRange
                || settings.IsOwn(key => Fields.Normalize(key) == Fields.Normalize(field.Key))
            )
            {
                continue;
            }
            problems.Add(ProblemCatalog.DateKey, field.At, field.Key, meant);
            post = meant == "date" ? From(post, Utc(date)) : Until(post, Utc(date));
        }
        return post;
    }

    internal static string? MeantBy(string name) =>
        DateWords.Contains(name) || IsNearAny(name, PublicationKeys) || HideWords.SwitchOf(name) is { HidesOn: false }
            ? "date"
        : ExpiryWords.Contains(name) || IsNearAny(name, ExpiryKeys) ? "expires"
        : null;

    private static bool IsNearAny(string name, string[] keys) =>
        keys.Any(key => Spelling.IsNear(name, Fields.Normalize(key)));

    private static PostMetadata From(PostMetadata post, DateTimeOffset moment) =>
        post.Date is null ? post with { Date = moment }
        : moment > (post.VisibleFrom ?? post.Date) ? post with { VisibleFrom = moment }
        : post;

    private static PostMetadata Until(PostMetadata post, DateTimeOffset moment) =>
        moment < post.Expires || post.Expires is null ? post with { Expires = moment } : post;
}
