using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Site;

/// <summary>Reads a line of opening hours: <c>Mon-Thu 9:00-17:30</c>, <c>Tue, Fri 9-12</c>, <c>Sat 10am-1pm</c>.</summary>
internal static partial class HoursText
{
    private const int Days = 7;

    private static readonly string[] DayNames = Enum.GetNames<DayOfWeek>();

    /// <summary>The hours, or what is wrong with the line.</summary>
    public static (OpeningHours? Hours, string? Fault) Read(string line)
    {
        if (Shape().Match(line) is not { Success: true } match)
        {
            return (null, "it should be days, then a time to open and one to close");
        }
        if (DaysOf(match.Groups["days"].Value) is not { } days)
        {
            return (null, $"\"{match.Groups["days"].Value.Trim()}\" should be days such as Mon, Wed-Fri");
        }
        if (TimeOf(match, "opens") is not { } opens || TimeOf(match, "closes") is not { } closes)
        {
            return (null, "a day has the times 0:00 to 24:00");
        }
        return closes <= opens ? (null, "it closes before it opens") : (new(days, opens, closes), null);
    }

    /// <summary>Whether both are open at one time.</summary>
    public static bool Meet(OpeningHours one, OpeningHours other) =>
        one.Opens < other.Closes && other.Opens < one.Closes && one.Days.Intersect(other.Days).Any();

    private static List<DayOfWeek>? DaysOf(string written)
    {
        var days = new List<DayOfWeek>();
        foreach (var part in written.Split([',', '&', '+'], StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–', '—'], StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || DayOf(ends[0]) is not { } first || DayOf(ends[^1]) is not { } last)
            {
                return null;
            }
            for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % Days))
            {
                days.Add(day);
                if (day == last)
                {
                    break;
                }
            }
        }
        // Monday first, as schema.org and most calendars have it.
        return [.. days.Distinct().OrderBy(day => ((int)day + Days - 1) % Days)];
    }

    /// <summary>By its name in English, or at least the first two letters of it.</summary>
    private static DayOfWeek? DayOf(string written)
    {
        var name = written.TrimEnd('.');
        var index =
            name.Length < 2
                ? -1
                : Array.FindIndex(DayNames, day => day.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (DayOfWeek)index;
    }

    private static TimeOnly? TimeOf(Match match, string which)
    {
        var hour = int.Parse(match.Groups[which + "Hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[which + "Minute"] is { Success: true } written
            ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        if (match.Groups[which + "Half"] is { Success: true } half)
        {
            if (hour is 0 or > 12)
            {
                return null;
            }
            hour = hour % 12 + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }
        return (hour, minute) switch
        {
            // The last minute of the day: no time of a day is its end.
            (24, 0) => new(23, 59),
            (< 24, < 60) => new(hour, minute),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"\A(?<days>[A-Za-z][A-Za-z.,&+\-–— ]*?):?[ ]+(?<opensHour>[0-9]{1,2})([:.h](?<opensMinute>[0-9]{2}))?[ ]?(?<opensHalf>[ap]\.?m\.?)?[ ]?(-|–|—|to)[ ]?(?<closesHour>[0-9]{1,2})([:.h](?<closesMinute>[0-9]{2}))?[ ]?(?<closesHalf>[ap]\.?m\.?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Shape();
}
