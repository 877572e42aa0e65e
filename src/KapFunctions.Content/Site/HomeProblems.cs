using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Site;

/// <summary>What only the index knows of the page that is to stand first.</summary>
public static class HomeProblems
{
    /// <summary>That the page at <paramref name="path"/> is not online.</summary>
    public static Problem Missing(string path) =>
        ProblemCatalog.HomeMissing.At(SiteSettings.Path, Position.Start, path);
}
