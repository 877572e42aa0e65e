using System.Globalization;

namespace KapFunctions.Query.Nql;

/// <summary>ISO 8601, from a year alone to fractions of a second, UTC where no zone is given; null where it is no date.</summary>
internal static class NqlDate
{
    private static readonly string[] Formats =
    [
        .. from day in new[] { "yyyy", "yyyy-M", "yyyy-M-d" } select day,
        .. from separator in new[] { "'T'", "' '" }
        from time in new[] { "H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF" }
        from zone in new[] { "", "zzz", " zzz", "'Z'" }
        select $"yyyy-M-d{separator}{time}{zone}",
    ];

    public static DateTimeOffset? Read(string text) =>
        Try(text) ?? (text.LastIndexOf(' ') is var at and > 10 ? Try($"{text[..at]}+{text[(at + 1)..]}") : null);

    // The second try: in "…00:00:00+01:00" an unencoded plus arrives as a space.
    private static DateTimeOffset? Try(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date
        )
            ? date
            : null;
}
