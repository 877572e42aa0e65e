using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Replicas;

internal static class TimeBoundaries
{
    /// <summary>When the next post appears, says that it was reviewed, or disappears; null where nothing is scheduled.</summary>
    public static DateTimeOffset? NextBoundary(this View view) =>
        view.Rows(
                """
                select min(at) from (
                    select min(published_at) as at from post where kind = 0 and published_at > $0
                    union all select min(published_at) from post where kind = 1 and published_at > $0
                    union all select min(expires_at) from post where expires_at > $0
                    union all select min(reviewed_from) from source where reviewed_from > $0)
                """,
                row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant.At(row.GetInt64(0)),
                view.NowInstant
            )
            .Single();

    /// <summary>With the position it names what is visible. Counts every post: keep it until
    /// <see cref="NextBoundary"/>, as <see cref="ReadModel"/> does.</summary>
    public static long BoundariesPassed(this View view) =>
        view.Number(
            """
            select (select count(*) from post where kind in (0, 1) and published_at <= $0)
                 + (select count(*) from post where expires_at <= $0)
                 + (select count(*) from source where reviewed_from <= $0)
            """,
            view.NowInstant
        );
}
