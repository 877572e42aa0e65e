using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>Every file of posts and pages, visible or not, by path.</summary>
    public IReadOnlyList<PostRow> Sources() => Rows("select json from source order by path", ReadPost);

    /// <summary>How many there are of them.</summary>
    public long CountSources() => Number("select count(*) from source");

    /// <summary>The files of the theme, by path.</summary>
    public IReadOnlyList<ThemeRow> Theme() =>
        Rows("select json from theme order by path", row => (ThemeRow)Read(row, 0));
}
