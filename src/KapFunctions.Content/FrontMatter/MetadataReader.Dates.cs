using System.Globalization;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

internal sealed partial class MetadataReader
{
    /// <summary>The site's settings are asked only where the file leaves something open: it then depends on them.</summary>
    private DateTimeOffset Utc(DateText date) =>
        date.In(date.Offset is null ? Zones.Find(settings.TimeZone) : TimeZoneInfo.Utc);

    private DateTimeOffset? FileDate() => names.Date is { } day ? Utc(new(day, null)) : null;

    private DateTimeOffset? Date(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (fields.Find(key) is { Value: ScalarValue scalar } field && ReadDate(field, scalar.Text) is { } date)
            {
                return Utc(date);
            }
        }
        return null;
    }

    private DateOnly? Day(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { Value: ScalarValue scalar } field && ReadDate(field, scalar.Text) is { } date
            ? DateOnly.FromDateTime(date.Local)
            : null;

    private DateText? ReadDate(Field field, string text)
    {
        if (DateText.TryParse(text, out var date))
        {
            if (date.IsAmbiguous)
            {
                problems.Add(
                    ProblemCatalog.DateAmbiguous,
                    field.At,
                    field.Key,
                    text,
                    date.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
            }
            return date;
        }
        // "published: true" is Jekyll's switch, and template code is somebody else's date.
        if (text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no"))
        {
            problems.Add(ProblemCatalog.DateUnreadable, field.At, field.Key, text);
        }
        return null;
    }
}
