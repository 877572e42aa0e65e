using KapFunctions.Query.Posts;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>How many posts each month has, latest first; months without posts are left out.</summary>
    public IReadOnlyList<ArchiveYear> Archive()
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(Site.Settings.Rendering.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        return
        [
            .. Months(zone)
                .GroupBy(month => month.Year)
                .Select(year => new ArchiveYear(year.Key, year.Sum(month => month.Posts), [.. year])),
        ];
    }

    private IEnumerable<ArchiveMonth> Months(TimeZoneInfo zone)
    {
        for (var before = NowInstant + 1; LatestBefore(before) is { } latest; )
        {
            var local = TimeZoneInfo.ConvertTime(Instant.At(latest), zone);
            var first = new DateTime(local.Year, local.Month, 1);
            var start = Math.Min(latest, Instant.Of(new DateTimeOffset(first, zone.GetUtcOffset(first))));
            var posts = Number(
                $"select count(*) from post p where p.kind = 0 and p.published_at >= $1 and p.published_at < $2 and {Visible}",
                NowInstant,
                start,
                before
            );
            yield return new(local.Year, local.Month, posts);
            before = start;
        }
    }

    private long? LatestBefore(long instant) =>
        Rows(
                $"""
                select published_at from post p where kind = 0 and published_at < $1 and {Visible}
                order by published_at desc limit 1
                """,
                row => (long?)row.GetInt64(0),
                NowInstant,
                instant
            )
            .SingleOrDefault();
}
