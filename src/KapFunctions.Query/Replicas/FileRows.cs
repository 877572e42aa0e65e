using KapFunctions.Content.Links;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>What is known of files, whether or not readers see them.</summary>
public static class FileRows
{
    /// <summary>Every file of posts and pages, visible or not, by path.</summary>
    public static IReadOnlyList<PostRow> Sources(this View view) =>
        view.Rows("select json from source order by path", view.ReadPost);

    /// <summary>How many there are of them.</summary>
    public static long CountSources(this View view) => view.Number("select count(*) from source");

    /// <summary>The files of the theme, by path.</summary>
    public static IReadOnlyList<ThemeRow> Theme(this View view) =>
        view.Rows("select json from theme order by path", row => (ThemeRow)View.Read(row, 0));

    /// <summary>The row of the file at <paramref name="path"/>, visible or not.</summary>
    public static PostRow? SourceAt(this View view, string path) =>
        view.Rows("select json from source where key = $0", view.ReadPost, IndexKeys.Post(path)).SingleOrDefault();

    /// <summary>The posts with <paramref name="numbers"/>; those that are gone are left out.</summary>
    internal static List<PostRow> Posts(this View view, IEnumerable<long> numbers)
    {
        using var find = new BoundStatement(view.Connection, "select json from source where post = $0", 1);
        return [.. numbers.Select(number => find.Scalar(number)).OfType<byte[]>().Select(view.PostOf)];
    }

    /// <summary>
    /// Files that readers or authors should know something about, visible or not: errors, warnings, waiting for a slug,
    /// broken, a review still ahead. By path, at most <paramref name="limit"/>.
    /// </summary>
    public static IReadOnlyList<PostRow> Problems(this View view, int limit = 1000) =>
        view.Rows(
            """
            select json from source where post in (
                select post from source where problems > 0
                union select post from source where reviewed_from > $1)
            order by path limit $0
            """,
            view.ReadPost,
            limit,
            view.NowInstant
        );

    /// <summary>What is known of the file at <paramref name="path"/>, below <c>media/</c>; null where nothing is.</summary>
    public static MediaRow? FindMedia(this View view, string path) =>
        view.Rows("select json from media where key = $0", row => (MediaRow)View.Read(row, 0), IndexKeys.Media(path))
            .SingleOrDefault();

    /// <summary>The paths that a post in <paramref name="folder"/> may mean by a file's name, the one it is taken for first.</summary>
    public static IReadOnlyList<string> MediaNamed(this View view, string folder, string name) =>
        MediaNames.Ranked(
            folder,
            name,
            view.Rows(
                "select json from media where name = $0",
                row => ((MediaRow)View.Read(row, 0)).Path,
                MediaNames.KeyOf(name)
            )
        );

    /// <summary>The files below <c>media/</c> whose authors are told something.</summary>
    public static IReadOnlyList<MediaRow> MediaWithProblems(this View view) =>
        view.Rows(
                "select json from media where json_extract(cast(json as text), '$.report') is not null",
                row => (MediaRow)View.Read(row, 0)
            )
            .OrderBy(row => row.Path, StringComparer.Ordinal)
            .ToList();
}
