using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>What is known of the file at <paramref name="path"/>, below <c>media/</c>; null where nothing is.</summary>
    public MediaRow? FindMedia(string path) =>
        Rows("select json from media where key = $0", row => (MediaRow)Read(row, 0), IndexKeys.Media(path))
            .SingleOrDefault();

    /// <summary>The files below <c>media/</c> whose authors are told something.</summary>
    public IReadOnlyList<MediaRow> MediaWithProblems() =>
        Rows(
                "select json from media where json_extract(cast(json as text), '$.report') is not null",
                row => (MediaRow)Read(row, 0)
            )
            .OrderBy(row => row.Path, StringComparer.Ordinal)
            .ToList();
}
