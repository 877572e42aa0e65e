using System.CommandLine;
using KapFunctions.Cli.Account;
using KapFunctions.Cli.Folders;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;

namespace KapFunctions.Cli.Checking;

/// <summary><c>kap check DIR</c>, and <c>kap check --online</c></summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The folder with posts/, pages/, media/ and site.yaml, or a plain folder of Markdown files.",
            DefaultValueFactory = _ => ".",
        };
        var format = new Option<ReportFormat>("--format")
        {
            Description = "text for people, sarif for code-scanning tools, github for annotations in GitHub Actions.",
            DefaultValueFactory = _ => ReportFormat.Text,
        };
        var strict = new Option<bool>("--strict") { Description = "Fail on warnings, too." };
        var online = new Option<bool>("--online")
        {
            Description =
                "Look at what a site shows instead of a folder: say what an upgrade to this version would take down.",
        };
        var storage = new StorageOptions(around);
        var command = new Command("check", "Finds every problem, with file, line, column and how to mend it.")
        {
            folder,
            format,
            strict,
            online,
        };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (parsed.GetValue(online))
                {
                    return await new OnlineCheck(storage.Read(parsed), around, screen).RunAsync(cancellation);
                }
                var read = ContentFolder.Read(around.PathOf(parsed.GetValue(folder)!));
                if (read.Files.All(file => ContentPaths.KindOf(file.Name) == ContentKind.Other))
                {
                    throw new UsageException(
                        $"{read.Root} holds nothing of a site: no posts/, pages/, media/ or site.yaml, and no Markdown of its own. Where Markdown lies in other folders: kap import folder {around.Shown(read.Root)} --out blog"
                    );
                }
                var result = ContentChecker.Check(read, around.Clock.GetUtcNow(), cancellation);
                Report(parsed.GetValue(format), result, around, screen);
                var fails = result.HasErrors || parsed.GetValue(strict) && result.Count(Severity.Warning) > 0;
                return fails ? ExitCodes.Mend : ExitCodes.Well;
            }
        );
        return command;
    }

    private static void Report(ReportFormat format, CheckResult result, Surroundings around, Screen screen)
    {
        switch (format)
        {
            case ReportFormat.Sarif:
                SarifReport.Write(result, around);
                break;
            case ReportFormat.GitHub:
                GitHubReport.Write(result, around);
                break;
            default:
                TextReport.Write(result, around, screen);
                break;
        }
    }
}

internal enum ReportFormat
{
    Text,
    Sarif,
    GitHub,
}
