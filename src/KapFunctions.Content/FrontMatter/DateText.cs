using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A date as somebody wrote it.</summary>
/// <param name="Local">The clock's reading.</param>
/// <param name="Offset">Hours from UTC; null where only the site's time zone can tell.</param>
/// <param name="IsAmbiguous">True for 3/5/2024, which is two different days on two sides of an ocean.</param>
internal readonly record struct DateText(DateTime Local, TimeSpan? Offset, bool IsAmbiguous = false)
{
    /// <summary>The moment, in UTC. A reading that a zone skips (clocks going forward) is taken with its standard offset.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        var offset = Offset ?? zone.GetUtcOffset(DateTime.SpecifyKind(Local, DateTimeKind.Unspecified));
        var ticks = Math.Clamp((Local - offset).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new(ticks, TimeSpan.Zero);
    }

    private const int MaxLength = 64;

    /// <summary>Reads every shape seen in real front matter; false where the text is no date.</summary>
    public static bool TryParse(string text, out DateText date)
    {
        date = default;
        return text.Length <= MaxLength
            && (
                DateShapes.TryIso(text, out date)
                || DateShapes.TryWords(text, out date)
                || DateShapes.TryDotted(text, out date)
                || DateShapes.TryUnix(text, out date)
            );
    }
}

/// <summary>The shapes a date can have.</summary>
internal static partial class DateShapes
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary><c>2024-3-5</c>, <c>2024/03/05 9:30</c>, <c>2024-03-05T09:30:00.5+02:00</c>, <c>2024-03</c>, <c>2024</c>.</summary>
    public static bool TryIso(string text, out DateText date) => TryMatch(Iso().Match(text), out date);

    /// <summary><c>5 March 2024</c>, <c>Mar 5, 2024</c>, <c>Tue, 05 Mar 2024 09:30:00 GMT</c>.</summary>
    public static bool TryWords(string text, out DateText date) =>
        TryMatch(DayMonth().Match(text), out date) || TryMatch(MonthDay().Match(text), out date);

    /// <summary><c>5.3.2024</c>, and <c>3/5/2024</c>, read as month and day unless only the other way exists.</summary>
    public static bool TryDotted(string text, out DateText date)
    {
        var match = Dotted().Match(text);
        if (!match.Success)
        {
            date = default;
            return false;
        }
        var (first, second, dots) = (Number(match, "a"), Number(match, "b"), match.Groups["dot"].Value == ".");
        var monthFirst = !dots && first <= 12;
        var (month, day) = monthFirst ? (first, second) : (second, first);
        var ambiguous = !dots && first <= 12 && second <= 12 && first != second;
        return TryBuild(match, Number(match, "y"), month, day, ambiguous, out date);
    }

    /// <summary>Seconds or milliseconds since 1970.</summary>
    public static bool TryUnix(string text, out DateText date)
    {
        date = default;
        if (
            text.Length is not (10 or 13)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return false;
        }
        date = new(DateTime.UnixEpoch.AddSeconds(text.Length == 13 ? number / 1000.0 : number), TimeSpan.Zero);
        return true;
    }

    private static bool TryMatch(Match match, out DateText date)
    {
        date = default;
        if (!match.Success)
        {
            return false;
        }
        var month = match.Groups["mon"] is { Success: true } name
            ? Array.IndexOf(Months, name.Value[..3].ToLowerInvariant()) + 1
            : Number(match, "m", 1);
        return TryBuild(match, Number(match, "y"), month, Number(match, "d", 1), ambiguous: false, out date);
    }

    private static bool TryBuild(Match match, int year, int month, int day, bool ambiguous, out DateText date)
    {
        date = default;
        var (hour, minute, second) = (Number(match, "h"), Number(match, "min"), Math.Min(Number(match, "s"), 59));
        hour = match.Groups["half"].Value.ToLowerInvariant() switch
        {
            "pm" or "p.m." when hour < 12 => hour + 12,
            "am" or "a.m." when hour == 12 => 0,
            _ => hour,
        };
        var nextDay = hour == 24 && minute == 0;
        if (
            year is < 1 or > 9998
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || (hour > 23 && !nextDay)
            || minute > 59
        )
        {
            return false;
        }
        var local = new DateTime(year, month, day, nextDay ? 0 : hour, minute, second)
            .AddDays(nextDay ? 1 : 0)
            .AddMilliseconds(Milliseconds(match));
        date = new(local, Offset(match), ambiguous);
        return true;
    }

    private static int Milliseconds(Match match) =>
        match.Groups["f"] is { Success: true } fraction
            ? int.Parse(fraction.Value.PadRight(3, '0').AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    private static TimeSpan? Offset(Match match)
    {
        if (match.Groups["utc"].Success)
        {
            return TimeSpan.Zero;
        }
        if (!match.Groups["sign"].Success)
        {
            return null;
        }
        var offset = new TimeSpan(Math.Min(Number(match, "oh"), 14), Math.Min(Number(match, "om"), 59), 0);
        return match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static int Number(Match match, string group, int otherwise = 0) =>
        match.Groups[group] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;

    private const string Time =
        @"([Tt ,]\s*(at\s+)?(?<h>\d{1,2})[:h](?<min>\d{1,2})([:.](?<s>\d{1,2})([.,](?<f>\d{1,9}))?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?"
        + @"\s*((?<utc>Z|z|UTC|GMT)|(UTC|GMT)?(?<sign>[+-])(?<oh>\d{1,2}):?(?<om>\d{2})?)?(\s*\([\w ]+\)|\s+[A-Z]{2,5})?)?";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\s*(?<y>\d{4})([-/.](?<m>\d{1,2})([-/.](?<d>\d{1,2})" + Time + @")?)?\s*$", Options)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^\s*([A-Za-z]{3,9}\.?,?\s+)?(?<d>\d{1,2})(st|nd|rd|th|\.)?[ -](?<mon>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]*\.?,?[ -](?<y>\d{4})"
            + Time
            + @"\s*$",
        Options
    )]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        @"^\s*([A-Za-z]{3,9}\.?,?\s+)?(?<mon>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]*\.?\s+(?<d>\d{1,2})(st|nd|rd|th)?,?\s+(?<y>\d{4})"
            + Time
            + @"\s*$",
        Options
    )]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^\s*(?<a>\d{1,2})(?<dot>[./-])(?<b>\d{1,2})[./-](?<y>\d{4})" + Time + @"\s*$", Options)]
    private static partial Regex Dotted();
}
