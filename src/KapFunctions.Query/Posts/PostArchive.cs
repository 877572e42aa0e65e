using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Posts;

public static class PostArchive
{
    /// <summary>Latest first; months without posts are left out.</summary>
    public static IReadOnlyList<ArchiveYear> Archive(this View view)
    {
        view.Depends.NoteOrder();
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(view.Site.Settings.Rendering.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        return
        [
            .. Months(view, zone)
                .GroupBy(month => month.Year)
                .Select(year => new ArchiveYear(year.Key, year.Sum(month => month.Posts), [.. year])),
        ];
    }

    private static IEnumerable<ArchiveMonth> Months(View view, TimeZoneInfo zone)
    {
        for (var before = view.NowInstant + 1; LatestBefore(view, before) is { } latest; )
        {
            var local = TimeZoneInfo.ConvertTime(Instant.At(latest), zone);
            var first = new DateTime(local.Year, local.Month, 1);
            var start = Math.Min(latest, Instant.Of(new DateTimeOffset(first, zone.GetUtcOffset(first))));
            var posts = view.Number(
                $"select count(*) from post p where p.kind = 0 and p.published_at >= $1 and p.published_at < $2 and {View.Visible}",
                view.NowInstant,
                start,
                before
            );
            yield return new(local.Year, local.Month, posts);
            before = start;
        }
    }

    private static long? LatestBefore(View view, long instant) =>
        view.Rows(
                $"""
                select published_at from post p where kind = 0 and published_at < $1 and {View.Visible}
                order by published_at desc limit 1
                """,
                row => (long?)row.GetInt64(0),
                view.NowInstant,
                instant
            )
            .SingleOrDefault();
}
