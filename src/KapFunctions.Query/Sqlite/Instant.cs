namespace KapFunctions.Query.Sqlite;

/// <summary>Milliseconds since 1970 in UTC.</summary>
internal static class Instant
{
    public static long Of(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    public static DateTimeOffset At(long instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant);
}
