using KapFunctions.Content.Links;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Replicas;

/// <summary>Files whether or not readers see them.</summary>
public static class FileRows
{
    /// <summary>By path.</summary>
    public static IReadOnlyList<PostRow> Sources(this View view, int limit = int.MaxValue) =>
        view.Rows("select json from source order by path limit $0", view.ReadPost, limit);

    public static long CountSources(this View view) => view.Number("select count(*) from source");

    public static IReadOnlyList<ThemeRow> Theme(this View view) =>
        view.Rows("select json from theme order by path", row => (ThemeRow)View.Read(row, 0));

    /// <summary>Null where there is no <c>redirects.yaml</c>.</summary>
    public static RedirectsRow? Redirects(this View view) =>
        view.Rows("select json from redirects", row => (RedirectsRow)View.Read(row, 0)).SingleOrDefault();

    public static PostRow? SourceAt(this View view, string path) =>
        view.Rows("select json from source where key = $0", view.ReadPost, IndexKeys.Post(path)).SingleOrDefault();

    /// <summary>Those that are gone are left out.</summary>
    internal static List<PostRow> Posts(this View view, IEnumerable<long> numbers) => view.Posts(numbers, view.PostOf);

    internal static List<PostRow> Posts(this View view, IEnumerable<long> numbers, Func<byte[], PostRow> read)
    {
        using var find = new BoundStatement(view.Connection, "select json from source where post = $0", 1);
        return [.. numbers.Select(number => find.Scalar(number)).OfType<byte[]>().Select(read)];
    }

    /// <summary>Files that readers or authors should know something about, visible or not: errors, warnings, waiting for a slug,
    /// broken, a review still ahead. By path.</summary>
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

    /// <summary>Below <c>media/</c>; null where nothing is known. The row tells how the name is really spelled.</summary>
    public static MediaRow? FindMedia(this View view, string path)
    {
        view.Depends.NoteFile(path);
        return FileNames.Find(
                path,
                spelled =>
                    view.Rows(
                            "select json from media where key = $0",
                            row => (MediaRow)View.Read(row, 0),
                            IndexKeys.Media(spelled)
                        )
                        .SingleOrDefault()
            ) ?? (FileNames.MayBeSpelledOtherwise(path) ? view.FindMediaInMixedForms(path) : null);
    }

    // A folder in one form, a file in the other.
    private static MediaRow? FindMediaInMixedForms(this View view, string path) =>
        view.Rows("select json from media where name = $0", row => (MediaRow)View.Read(row, 0), MediaNames.KeyOf(path))
            .Where(row => FileNames.IsSame(row.Path, path))
            .MinBy(row => row.Path, StringComparer.Ordinal);

    /// <summary>The paths that a post in <paramref name="folder"/> may mean by a file's name, the one it is taken for first.</summary>
    public static IReadOnlyList<string> MediaNamed(this View view, string folder, string name)
    {
        view.Depends.NoteFile(name);
        return MediaNames.Ranked(
            folder,
            name,
            view.Rows(
                "select json from media where name = $0",
                row => ((MediaRow)View.Read(row, 0)).Path,
                MediaNames.KeyOf(name)
            )
        );
    }

    public static IReadOnlyList<MediaRow> MediaWithProblems(this View view) =>
        view.Rows(
                "select json from media where json_extract(cast(json as text), '$.report') is not null",
                row => (MediaRow)View.Read(row, 0)
            )
            .OrderBy(row => row.Path, StringComparer.Ordinal)
            .ToList();
}
