using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Text;

/// <summary>How long a review holds: <c>12 months</c>, <c>2 years</c>, <c>90 days</c>, or <c>never</c> where it holds for good.</summary>
internal readonly partial record struct ReviewInterval(int Months, int Days)
{
    /// <summary>For a sentence that says what to write.</summary>
    public const string Example = "a time such as 12 months, or never";

    private const int MaxMonths = 1200;
    private const int MaxDays = 36_500;

    /// <summary>How long before the end a review is due, at most; a quarter of the time where that is shorter.</summary>
    private const int NoticeDays = 30;

    public bool IsNever => Months == 0 && Days == 0;

    public static ReviewInterval? Parse(string text)
    {
        if (text.Trim().ToLowerInvariant() is "never" or "none" or "no" or "false")
        {
            return default(ReviewInterval);
        }
        if (Written().Match(text.Trim()) is not { Success: true, Groups: var groups })
        {
            return null;
        }
        var number = int.Parse(groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var interval = char.ToLowerInvariant(groups["unit"].Value[0]) switch
        {
            'y' => new ReviewInterval(number * 12, 0),
            'm' => new(number, 0),
            'w' => new(0, number * 7),
            _ => new(0, number),
        };
        return interval is { IsNever: false, Months: <= MaxMonths, Days: <= MaxDays } ? interval : null;
    }

    /// <summary>The first day on which a review of <paramref name="day"/> is too old; null beyond the calendar.</summary>
    public DateOnly? After(DateOnly day) =>
        day.Year + Months / 12 + Days / 365 + 2 <= DateOnly.MaxValue.Year ? day.AddMonths(Months).AddDays(Days) : null;

    public DateOnly NoticeBefore(DateOnly due) => due.AddDays(-Math.Min(NoticeDays, (Months * 30 + Days) / 4));

    public int AboutDays => Months * 30 + Days;

    public override string ToString() =>
        IsNever ? "never"
        : Months > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Months} months")
        : string.Create(CultureInfo.InvariantCulture, $"{Days} days");

    [GeneratedRegex(
        "^(?<number>[0-9]{1,5}) ?(?<unit>years?|months?|weeks?|days?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
