namespace KapFunctions.Query.Nql;

/// <summary>A date such as <c>now-30d</c>.</summary>
/// <param name="Amount">How many units from now; negative for the past.</param>
/// <param name="Unit">One of <c>dwMyhms</c>.</param>
internal sealed record RelativeDate(long Amount, char Unit)
{
    /// <summary>More than this leads out of the calendar in any unit that could.</summary>
    private const long MaxAmount = 400_000_000_000;

    /// <summary>The date it is at <paramref name="now"/>, in whole seconds as in Ghost; the calendar's end beyond it.</summary>
    public DateTimeOffset At(DateTimeOffset now)
    {
        var utc = now.ToUniversalTime();
        var second = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
        try
        {
            return Add(second, Math.Clamp(Amount, -MaxAmount, MaxAmount));
        }
        catch (ArgumentOutOfRangeException)
        {
            return Amount < 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        }
    }

    private DateTimeOffset Add(DateTimeOffset to, long amount) =>
        Unit switch
        {
            's' => to.AddSeconds(amount),
            'm' => to.AddMinutes(amount),
            'h' => to.AddHours(amount),
            'd' => to.AddDays(amount),
            'w' => to.AddDays(7d * amount),
            'M' => to.AddMonths((int)Math.Clamp(amount, -200_000, 200_000)),
            _ => to.AddYears((int)Math.Clamp(amount, -20_000, 20_000)),
        };
}
