using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>What is known of the file at <paramref name="path"/>, below <c>media/</c>; null where nothing is.</summary>
    public MediaRow? FindMedia(string path) =>
        Rows("select json from media where key = $0", row => (MediaRow)Read(row, 0), IndexKeys.Media(path))
            .SingleOrDefault();
}
