using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Dates;

internal static partial class DateShapes
{
    /// <summary><c>2024-3-5</c>, <c>2024/03/05 9:30</c>, <c>2024-03-05T09:30:00.5+02:00</c>, <c>2024-03</c>, <c>2024</c>,
    /// <c>20240305T0930Z</c>, <c>2024年3月5日</c>, <c>2024년 3월 5일</c>, <c>2024-03-05 (Tue)</c>.</summary>
    public static bool TryIso(string text, out DateText date) =>
        TryMatch(Iso().Match(text), out date) || TryMatch(Compact().Match(text), out date);

    /// <summary><c>5 March 2024</c>, <c>5. März 2024</c>, <c>Mar 5, 2024</c>, <c>March 2024</c>,
    /// <c>Tue, 05 Mar 2024 09:30:00 GMT</c>, <c>Tue Mar 5 09:30:00 CET 2024</c>.</summary>
    public static bool TryWords(string text, out DateText date) =>
        TryMatch(DayMonth().Match(text), out date)
        || TryMatch(MonthDay().Match(text), out date)
        || TryMatch(YearLast().Match(text), out date);

    /// <summary><c>5.3.2024</c>, and <c>3/5/2024</c>, read as month and day unless only the other way exists. A year of two digits
    /// is of this century.</summary>
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
        var year = Number(match, "y") + (match.Groups["y"].Length == 2 ? 2000 : 0);
        var isAmbiguous = !dots && first <= 12 && second <= 12 && first != second;
        if (!TryBuild(match, year, month, day, out date))
        {
            return false;
        }
        if (isAmbiguous && TryBuild(match, year, day, month, out var other))
        {
            date = date with { Other = other.Local };
        }
        return true;
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
            ? MonthNames.Number(name.Value)
            : Number(match, "m", 1);
        return TryBuild(match, Number(match, "y"), month, Number(match, "d", 1), out date);
    }

    private static bool TryBuild(Match match, int year, int month, int day, out DateText date)
    {
        date = default;
        var (hour, minute, second) = (Hour(match), Number(match, "min"), Math.Min(Number(match, "s"), 59));
        var nextDay = hour == 24 && minute == 0;
        if (
            year is < 1 or > 9998
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || (hour > 23 && !nextDay)
            || minute > 59
            || !TryZone(match, out var offset, out var zone)
        )
        {
            return false;
        }
        var local = new DateTime(year, month, day, nextDay ? 0 : hour, minute, second)
            .AddDays(nextDay ? 1 : 0)
            .AddMilliseconds(Milliseconds(match));
        date = new(local, offset, zone);
        return true;
    }

    private static int Hour(Match match)
    {
        var hour = Number(match, "h");
        return match.Groups["half"].Value.ToLowerInvariant() switch
        {
            "pm" or "p.m." when hour < 12 => hour + 12,
            "am" or "a.m." when hour == 12 => 0,
            _ => hour,
        };
    }

    private static int Milliseconds(Match match) =>
        match.Groups["f"] is { Success: true } fraction
            ? int.Parse(fraction.Value.PadRight(3, '0').AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>What is written about the zone; false where it names one that does not exist.</summary>
    private static bool TryZone(Match match, out TimeSpan? offset, out TimeZoneInfo? zone)
    {
        (offset, zone) = (Offset(match), null);
        var name = match.Groups["place"];
        // Without an offset an unknown abbreviation leaves the hour open.
        return offset is not null
            || (
                name.Success
                    ? TimeZoneInfo.TryFindSystemTimeZoneById(name.Value, out zone)
                    : !match.Groups["abbr"].Success
            );
    }

    private static TimeSpan? Offset(Match match)
    {
        if (match.Groups["utc"].Success)
        {
            return TimeSpan.Zero;
        }
        if (!match.Groups["sign"].Success)
        {
            return Zones.Offset(match.Groups["abbr"].Value);
        }
        var offset = new TimeSpan(Math.Min(Number(match, "oh"), 14), Math.Min(Number(match, "om"), 59), 0);
        return match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static int Number(Match match, string group, int otherwise = 0) =>
        match.Groups[group] is { Success: true } digits
            ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;

    private const string Clock =
        @"(?<h>[0-9]{1,2})([:h.](?<min>[0-9]{2})([:.](?<s>[0-9]{1,2})([.,](?<f>[0-9]{1,9}))?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?|\s*(?<half>[AaPp]\.?[Mm]\.?))";

    private const string Zone =
        @"\s*((?<utc>Z|z|UTC|GMT)(?![\w+-])|(UTC|GMT)?(?<sign>[+-])(?<oh>[0-9]{1,2}):?(?<om>[0-9]{2})?)?(\s*\([\w ]+\)|\s*\[?(?<place>[A-Z][A-Za-z]+/[A-Za-z_/-]+)\]?|\s+(?<abbr>[A-Z]{2,5}))?";

    private const string Time = @"([Tt ,]\s*(at\s+)?" + Clock + Zone + ")?";

    private const string Month = @"(?<mon>\p{L}{3,13})\.?,?";

    private const string Weekday = @"(\p{L}{2,10}\.?,?\s+)?";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\s*(?<y>[0-9]{4})([-/.–年년] ?(?<m>[0-9]{1,2})([-/.–月월] ?(?<d>[0-9]{1,2})[日일.]?(\s*\(\p{L}{1,9}\.?\))?"
            + Time
            + @"|[月월])?)?\s*$",
        Options
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^\s*(?<y>[12][0-9]{3})-?(?<m>[0-9]{2})-?(?<d>[0-9]{2})([Tt ]?(?<h>[0-9]{2}):?(?<min>[0-9]{2})(:?(?<s>[0-9]{2})(\.(?<f>[0-9]{1,9}))?)?"
            + Zone
            + @")?\s*$",
        Options
    )]
    private static partial Regex Compact();

    [GeneratedRegex(
        "^\\s*"
            + Weekday
            + @"((?<d>[0-9]{1,2})(st|nd|rd|th|er|º|\.)?([ -]|\s+de\s+))?"
            + Month
            + @"([ -]|\s+del?\s+)(?<y>[0-9]{4})"
            + Time
            + @"\s*$",
        Options
    )]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        "^\\s*" + Weekday + Month + @"\s+(?<d>[0-9]{1,2})(st|nd|rd|th)?,?\s+(?<y>[0-9]{4})" + Time + @"\s*$",
        Options
    )]
    private static partial Regex MonthDay();

    [GeneratedRegex(
        "^\\s*" + Weekday + Month + @"\s+(?<d>[0-9]{1,2})\s+" + Clock + Zone + @"\s+(?<y>[0-9]{4})\s*$",
        Options
    )]
    private static partial Regex YearLast();

    [GeneratedRegex(
        @"^\s*(?<a>[0-9]{1,2})(?<dot>[./-])(?<b>[0-9]{1,2})([./-](?<y>[0-9]{4})|[./](?<y>[0-9]{2}))" + Time + @"\s*$",
        Options
    )]
    private static partial Regex Dotted();
}
