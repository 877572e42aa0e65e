using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Text;

namespace KapFunctions.Site.Theme;

/// <summary>Words and dates of pages in the site's language; in English where that is not known.</summary>
internal sealed partial class PageLanguage
{
    private readonly CultureInfo culture;
    private readonly string dayFormat;

    private PageLanguage(string language)
    {
        culture = CultureOf(language);
        dayFormat = Weekday().Replace(culture.DateTimeFormat.LongDatePattern, "").Trim(' ', ',', '،');
        All = Phrases.In(culture.TwoLetterISOLanguageName);
    }

    public IReadOnlyDictionary<string, string> All { get; }

    public static PageLanguage In(string language) => new(language);

    public static string DirectionOf(string language) => CultureOf(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>As those call it who speak it.</summary>
    public static string NameOf(string language) => CultureOf(language).NativeName;

    /// <summary>The day as the language writes it, without the day of the week.</summary>
    public string Day(DateTime day) => day.ToString(dayFormat, culture);

    /// <summary>Days of the week in order: a run of three or more by its ends.</summary>
    public string Days(IReadOnlyList<DayOfWeek> days)
    {
        var names = culture.DateTimeFormat.AbbreviatedDayNames;
        var text = new List<string>();
        for (var i = 0; i < days.Count; )
        {
            var end = i;
            while (end + 1 < days.Count && (int)days[end + 1] == ((int)days[end] + 1) % names.Length)
            {
                end++;
            }
            text.AddRange(
                end - i > 1
                    ? [$"{names[(int)days[i]]} – {names[(int)days[end]]}"]
                    : days.Skip(i).Take(end - i + 1).Select(day => names[(int)day])
            );
            i = end + 1;
        }
        return string.Join(", ", text);
    }

    /// <summary>A time of the day as the language writes it.</summary>
    public string Time(TimeOnly time) => time.ToString(culture.DateTimeFormat.ShortTimePattern, culture);

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }

    [GeneratedRegex(@"d{4},?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();
}
