using KapFunctions.Content.Posts;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Assembly;

internal static class TableOfContents
{
    public static IReadOnlyList<TocEntry> Of(IReadOnlyList<FlatHeading> headings)
    {
        var at = 0;
        return Below(headings, ref at, level: 0);
    }

    private static List<TocEntry> Below(IReadOnlyList<FlatHeading> headings, ref int at, int level)
    {
        var entries = new List<TocEntry>();
        while (at < headings.Count && headings[at].Level > level)
        {
            var heading = headings[at++];
            entries.Add(new(heading.Id, heading.Text, heading.Level, Below(headings, ref at, heading.Level)));
        }
        return entries;
    }
}
