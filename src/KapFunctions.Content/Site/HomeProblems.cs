using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Site;

/// <summary>What only the index knows of the page that is to stand first.</summary>
public static class HomeProblems
{
    /// <summary>That the page at <paramref name="path"/> is not online.</summary>
    public static Problem Missing(string path)
    {
        var problems = new ProblemLog(SiteSettings.Path);
        problems.Add(ProblemCatalog.HomeMissing, Position.Start, path);
        return problems.ToList()[0];
    }
}
