using System.Globalization;
using KapFunctions.Content.Dates;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    private static readonly string[] PublicationKeys =
    [
        "publishDate",
        "pubDate",
        "published_at",
        "published_time",
        "date",
        "published",
        "publish",
        "created",
        "created_at",
    ];

    private static readonly string[] ExpiryKeys = ["expires", "expiryDate", "expires_at", "unpublishDate"];

    private static readonly string[] UpdateKeys =
    [
        "updated",
        "lastmod",
        "last_modified_at",
        "updatedDate",
        "updated_at",
        "modified",
        "last_updated",
        "dateModified",
    ];

    /// <summary>The site's settings are asked only where the file leaves something open: it then depends on them.</summary>
    private DateTimeOffset Utc(DateText date) =>
        date.In(date.Offset is null ? Zones.Find(settings.TimeZone) : TimeZoneInfo.Utc);

    /// <summary>Of several readings the first sensible one dates the post; in doubt it is seen later and gone earlier.</summary>
    private PostMetadata WithDates(PostMetadata post)
    {
        var (date, visible) = Publication();
        var expiries = Readings(ExpiryKeys, ProblemCatalog.DateUnreadable);
        var expires = expiries.Count == 0 ? (DateTimeOffset?)null : expiries.Min(reading => reading.Earlier);
        var updated = Readings(UpdateKeys, ProblemCatalog.DayUnreadable);
        var dated = post with
        {
            Date = date,
            VisibleFrom = visible > date ? visible : null,
            Updated = updated.Count == 0 ? null : updated[^1].Dated,
            Expires = expires,
        };
        ReportOrder(dated);
        return dated;
    }

    private (DateTimeOffset? Date, DateTimeOffset? Visible) Publication()
    {
        var readings = Readings(PublicationKeys, ProblemCatalog.DateUnreadable);
        return readings.Count > 0 ? (readings[^1].Dated, readings.Max(reading => reading.Later)) : (FileDate(), null);
    }

    private DateTimeOffset? FileDate()
    {
        if (names.NoDate is var (written, taken))
        {
            problems.Add(ProblemCatalog.FileNameDate, Position.Start, written, taken);
        }
        if (names.Date is not { } day)
        {
            return null;
        }
        var date = new DateText(day, null);
        if (date.IsInRange)
        {
            return Utc(date);
        }
        problems.Add(
            ProblemCatalog.DateOutOfRange,
            Position.Start,
            "the file's name",
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        return null;
    }

    private void ReportOrder(PostMetadata post)
    {
        var date = post.VisibleFrom ?? post.Date;
        if (post.Expires < date && fields.Find(ExpiryKeys) is { } expires)
        {
            problems.Add(ProblemCatalog.ExpiresBeforeDate, expires.At, expires.Key, Day(post.Expires.Value));
        }
        // A day without a time begins at midnight, so the day of the date itself is not before it.
        if (post.Updated?.AddDays(1) <= post.Date && fields.Find(UpdateKeys) is { } updated)
        {
            problems.Add(ProblemCatalog.UpdatedBeforeDate, updated.At, updated.Key, Day(post.Updated.Value));
        }
    }

    private List<Reading> Readings(string[] keys, ProblemKind unreadable)
    {
        foreach (var key in keys)
        {
            var readings = fields
                .All(key)
                .Select(field => ReadDate(field, unreadable))
                .OfType<DateText>()
                .Select(date => new Reading(
                    Utc(date),
                    date.Other is { } other ? Utc(date with { Local = other }) : null
                ))
                .ToList();
            if (readings.Count > 0)
            {
                return readings;
            }
        }
        return [];
    }

    private DateOnly? ReadDay(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { } field && ReadDate(field, ProblemCatalog.DayUnreadable) is { } date
            ? DateOnly.FromDateTime(date.Local)
            : null;

    private DateText? ReadDate(Field field, ProblemKind unreadable)
    {
        var text = field.Value switch
        {
            ScalarValue scalar => scalar.Text,
            ListValue { Items: [ScalarValue only] } => only.Text,
            ListValue { Items: [ListValue { Items: [ScalarValue only] }] } => only.Text,
            _ => "a list",
        };
        if (DateText.TryParse(text, out var date))
        {
            if (!date.IsInRange)
            {
                var isPublic = unreadable == ProblemCatalog.DateUnreadable;
                problems.Add(isPublic ? ProblemCatalog.DateOutOfRange : unreadable, field.At, field.Key, text);
                return null;
            }
            ReportReadings(field, text, date);
            return date;
        }
        if (!SaysThatThereIsNone(field, text))
        {
            problems.Add(unreadable, field.At, field.Key, text);
        }
        return null;
    }

    private void ReportReadings(Field field, string text, DateText date)
    {
        if (date.Other is not { } other)
        {
            return;
        }
        var (one, two) = (Day(date.Local), Day(other));
        var later = date.Local > other ? one : two;
        var earlier = date.Local > other ? two : one;
        var name = Fields.Normalize(field.Key);
        var outcome =
            ExpiryKeys.Any(key => Fields.Normalize(key) == name) ? $"readers no longer see it from {earlier} on"
            : PublicationKeys.Any(key => Fields.Normalize(key) == name)
                ? $"it is dated {one}, and readers see it from {later} on"
            : $"it was read as {one}";
        problems.Add(ProblemCatalog.DateAmbiguous, field.At, field.Key, text, one, two, outcome);
    }

    /// <summary>"published: true" is Jekyll's switch, and "expires: never" is as good as no line.</summary>
    private static bool SaysThatThereIsNone(Field field, string text) =>
        Fields.Normalize(field.Key) is "published" or "publish"
            ? SwitchWord.Read(text).IsOn is not null || !DateText.LooksLikeOne(text)
            : Spelling.Fold(text)
                is "false"
                    or "no"
                    or "none"
                    or "never"
                    or "nie"
                    or "nunca"
                    or "jamais"
                    or "mai"
                    or "nooit";

    private static string Day(DateTimeOffset moment) => Day(moment.DateTime);

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment, and the other one that the same text can mean.</summary>
    private readonly record struct Reading(DateTimeOffset Dated, DateTimeOffset? Other)
    {
        public DateTimeOffset Later => Other > Dated ? Other.Value : Dated;

        public DateTimeOffset Earlier => Other < Dated ? Other.Value : Dated;
    }
}
