namespace KapFunctions.Content.FrontMatter;

/// <summary>A date as somebody wrote it.</summary>
/// <param name="Local">The clock's reading.</param>
/// <param name="Offset">Hours from UTC; null where only a time zone can tell.</param>
/// <param name="Zone">The time zone named beside it; null where the site's is meant.</param>
/// <param name="IsAmbiguous">True for 3/5/2024, which is two different days on two sides of an ocean.</param>
internal readonly record struct DateText(
    DateTime Local,
    TimeSpan? Offset,
    TimeZoneInfo? Zone = null,
    bool IsAmbiguous = false
)
{
    /// <summary>The moment, in UTC. A reading that a zone skips (clocks going forward) is taken with its standard offset.</summary>
    public DateTimeOffset In(TimeZoneInfo site)
    {
        var offset = Offset ?? (Zone ?? site).GetUtcOffset(DateTime.SpecifyKind(Local, DateTimeKind.Unspecified));
        var ticks = Math.Clamp((Local - offset).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new(ticks, TimeSpan.Zero);
    }

    private const int MaxLength = 100;

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
