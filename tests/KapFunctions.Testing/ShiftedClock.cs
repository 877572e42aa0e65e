namespace KapFunctions.Testing;

/// <summary>The real clock, set forward as far as a test wants: only the date moves, durations stay what they are.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan offset;

    public void Advance(TimeSpan by) => offset += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
