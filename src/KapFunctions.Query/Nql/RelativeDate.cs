namespace KapFunctions.Query.Nql;

/// <summary><c>now-30d</c>: a negative <paramref name="Amount"/> is the past, <paramref name="Unit"/> one of <c>dwMyhms</c>.</summary>
internal sealed record RelativeDate(long Amount, char Unit)
{
    /// <summary>Beyond it any unit leads out of the calendar.</summary>
    private const long MaxAmount = 400_000_000_000;

    /// <summary>In whole seconds as in Ghost; the calendar's end beyond it.</summary>
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
