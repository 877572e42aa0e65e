using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Checking;

/// <summary>https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands</summary>
internal static class GitHubReport
{
    public static void Write(CheckResult result, Surroundings around)
    {
        foreach (var file in result.Files)
        {
            foreach (var problem in file.Problems)
            {
                around.Out.WriteLine(Line(around.Shown(file.File.Path), problem));
            }
        }
    }

    private static string Line(string file, Problem problem)
    {
        var level = problem.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        return $"::{level} file={Property(file)},line={problem.Line},col={problem.Column},title={Property(problem.Code)}"
            + $"::{Data($"{problem.Message} {problem.Mend}")}";
    }

    /// <summary>A line feed would begin another command.</summary>
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
