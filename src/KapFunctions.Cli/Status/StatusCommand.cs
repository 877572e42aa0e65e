using System.CommandLine;
using System.Globalization;
using KapFunctions.Cli.Checking;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Status;

internal static class StatusCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var options = new SiteOptions(around);
        var command = new Command("status", "Says how a site stands, and what is to be mended on it.");
        options.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var site = options.Open(parsed);
                var status = await site.GetAsync("api/editor/status", SiteJson.Default.StatusAnswer, cancellation);
                var problems = await site.GetAsync(
                    "api/editor/problems",
                    SiteJson.Default.ProblemsAnswer,
                    cancellation
                );
                if (status is not null)
                {
                    Show(status, screen);
                }
                return Show(problems?.Files ?? [], screen);
            }
        );
        return command;
    }

    private static void Show(StatusAnswer status, Screen screen)
    {
        Row("version", status.Version);
        if (status.Posts is { } posts)
        {
            var states = (posts.ByState ?? new Dictionary<string, int>())
                .Where(state => state.Value > 0)
                .OrderBy(state => state.Key, StringComparer.Ordinal)
                .Select(state => $"{state.Value} {state.Key}");
            Row("files", string.Join(", ", [posts.Total.ToString(CultureInfo.InvariantCulture), .. states]));
        }
        if (status.LastPublish is { } last)
        {
            Row(
                "published",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{last.Path} at {last.At:yyyy-MM-dd HH:mm:ss}Z, {last.LagSeconds:0.0} s after its upload{(last.By is { } by ? $" by {by}" : "")}"
                )
            );
        }
        Row("rebuild", status.Rebuild is { Remaining: > 0 and var left } ? $"{left} to go" : null);
        foreach (var path in status.Withdrawn?.Paths ?? [])
        {
            Row("taken down", $"{path}, by newer rules or settings");
        }
        foreach (var queue in (status.Queues ?? []).Where(queue => queue.Messages > 0))
        {
            Row("waiting", $"{queue.Messages} in {queue.Name}");
        }

        void Row(string name, string? value)
        {
            if (value is not null)
            {
                screen.Line($"[grey]{name, -10}[/] {Screen.Plain(value)}");
            }
        }
    }

    private static int Show(IReadOnlyList<FileAnswer> files, Screen screen)
    {
        var problems = 0;
        var errors = 0;
        foreach (var file in files)
        {
            foreach (var problem in file.Problems ?? [])
            {
                TextReport.Write(file.Path, problem, screen);
                problems++;
                errors += problem.Severity == Severity.Error ? 1 : 0;
            }
        }
        screen.Line($"{Screen.Count(problems, "problem")} in {Screen.Count(files.Count, "file")}");
        return errors > 0 ? ExitCodes.Mend : ExitCodes.Well;
    }
}
