using System.Globalization;

namespace KapFunctions.Content.Dates;

/// <param name="Local">The clock's reading.</param>
/// <param name="Offset">From UTC; null where only a time zone can tell.</param>
/// <param name="Zone">The zone named beside it; null where the site's is meant.</param>
/// <param name="Other">The other day that 3/5/2024 may be; null for none.</param>
internal readonly record struct DateText(
    DateTime Local,
    TimeSpan? Offset,
    TimeZoneInfo? Zone = null,
    DateTime? Other = null
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

    /// <summary>The years in which a post can appear: what lies outside is a slip of the fingers.</summary>
    public bool IsInRange => Local.Year is >= 1900 and <= 2100;

    public static bool TryParse(string written, out DateText date)
    {
        date = default;
        var text = written.Length <= MaxLength ? Plain(written) : "";
        return text.Length > 0
            && (
                DateShapes.TryIso(text, out date)
                || DateShapes.TryWords(text, out date)
                || DateShapes.TryDotted(text, out date)
                || DateShapes.TryUnix(text, out date)
            );
    }

    /// <summary>Whether a text was to be a date, though perhaps nobody can read it.</summary>
    public static bool LooksLikeOne(string text) =>
        TryParse(text, out _) || text.AsSpan().Trim(" \"'“”") is [>= '0' and <= '9', ..];

    /// <summary>Without what nobody sees, and without quotation marks or a link's brackets around it.</summary>
    private static string Plain(string written) =>
        string.Concat(
                written
                    .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                    .Select(c =>
                        char.IsWhiteSpace(c) ? ' '
                        : c is >= '！' and <= '～' ? (char)(c - '！' + '!')
                        : c
                    )
            )
            .Trim(' ', '"', '\'', '“', '”', '„', '‘', '’', '«', '»', '`', ',', ';', '[', ']');
}
