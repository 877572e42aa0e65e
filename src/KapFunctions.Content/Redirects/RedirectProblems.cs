using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Redirects;

/// <summary>What only shows beside the other files.</summary>
public static class RedirectProblems
{
    /// <summary>The file at <paramref name="path"/> stands where <paramref name="rule"/> leads from.</summary>
    public static Problem Hidden(RedirectRule rule, string path) =>
        ProblemCatalog.RedirectHidden.At(RedirectsParser.Path, new Position(rule.Line, 1), rule.Shown, path);
}
