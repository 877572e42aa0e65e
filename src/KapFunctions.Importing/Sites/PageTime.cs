using System.Globalization;

namespace KapFunctions.Importing.Sites;

/// <summary>A date as pages and feeds write it.</summary>
internal static class PageTime
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    /// <returns>Null for one that only says that there is none: generators write the year 1 (Hugo) or the beginning of their clock.</returns>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParse(text, American, DateTimeStyles.AssumeUniversal, out var time)
        && time.Year is > 1970 and <= 2100
            ? time
            : null;
}
