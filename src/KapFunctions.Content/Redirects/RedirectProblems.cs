using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Redirects;

/// <summary>What only shows beside the other files.</summary>
public static class RedirectProblems
{
    /// <summary>The file at <paramref name="path"/> stands where <paramref name="rule"/> leads from.</summary>
    public static Problem Hidden(RedirectRule rule, string path) =>
        new(
            Severity.Warning,
            "redirect-hidden",
            RedirectsParser.Path,
            rule.Line,
            1,
            $"\"{rule.Shown}\" sends nobody anywhere: readers get {path}, which stands there.",
            $"Delete the line, or give {path} another \"slug\"."
        );
}
