using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Checking;

/// <summary><c>file:line:column: severity code: what is wrong</c>, and below it the mend.</summary>
internal static class TextReport
{
    public static void Write(CheckResult result, Surroundings around, Screen screen)
    {
        WriteProblems(result, around, screen);
        WriteSummary(result, screen);
    }

    public static void WriteProblems(
        CheckResult result,
        Surroundings around,
        Screen screen,
        Severity least = Severity.Hint
    )
    {
        foreach (var file in result.Files)
        {
            foreach (var problem in file.Problems.Where(problem => problem.Severity >= least))
            {
                Write(around.Shown(file.File.Path), problem, screen);
            }
        }
    }

    public static void Write(string file, Problem problem, Screen screen)
    {
        var (severity, colour) = problem.Severity switch
        {
            Severity.Error => ("error", "red"),
            Severity.Warning => ("warning", "yellow"),
            _ => ("hint", "blue"),
        };
        screen.Line(
            $"{Screen.Plain(file)}:{problem.Line}:{problem.Column}: [{colour}]{severity}[/] {problem.Code}: {Screen.Plain(problem.Message)}"
        );
        screen.Line($"    {Screen.Plain(problem.Mend)}");
    }

    private static void WriteSummary(CheckResult result, Screen screen)
    {
        screen.Line(
            $"{Screen.Count(result.Files.Count, "file")}: {Screen.Count(result.Count(Severity.Error), "error")}, "
                + $"{Screen.Count(result.Count(Severity.Warning), "warning")}, {Screen.Count(result.Count(Severity.Hint), "hint")}"
        );
        if (result.Strangers is [var first, ..])
        {
            screen.Note(
                $"[grey]{Screen.Count(result.Strangers.Count, "other file")} (such as {Screen.Plain(first.Name)}) outside posts/, pages/, media/, theme/, site.yaml and redirects.yaml: not published[/]"
            );
        }
    }
}
