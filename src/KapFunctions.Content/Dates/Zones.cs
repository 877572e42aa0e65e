namespace KapFunctions.Content.Dates;

/// <summary>UTC for a name that nobody knows.</summary>
internal static class Zones
{
    public static TimeZoneInfo Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
