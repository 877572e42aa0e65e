using System.CommandLine;
using KapFunctions.Cli.Checking;
using KapFunctions.Cli.Folders;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;
using KapFunctions.Importing.Generators;
using KapFunctions.Importing.Ghost;
using KapFunctions.Importing.Shared;
using KapFunctions.Importing.WordPress;

namespace KapFunctions.Cli.Importing;

internal static class ImportCommand
{
    /// <summary>Lines on the terminal; the file in the folder has all of them.</summary>
    private const int MaxShown = 40;

    /// <summary>Between two files of the old site.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static Command Create(Surroundings around, Screen screen) =>
        new("import", "Makes a content folder of what another system exported, with a report of what was left out.")
        {
            FromFile(
                "ghost",
                "A JSON export of Ghost.",
                "A copy of Ghost's content folder, or the address of the old site, for its pictures.",
                (file, media, target, report) =>
                {
                    using var export = ExportFile.Open(file, ExportFile.MaxBytes);
                    new GhostImport(
                        target,
                        new(WithInner(media.Folder, "content"), target.Folder, report, media.Web),
                        report
                    ).Run(export);
                },
                around,
                screen
            ),
            FromFile(
                "wordpress",
                "A WXR file of WordPress.",
                "A copy of wp-content/uploads, or the address of the old site, for its pictures.",
                (file, media, target, report) =>
                    new WordPressImport(
                        target,
                        new(
                            WithInner(media.Folder, Path.Combine("wp-content", "uploads")),
                            target.Folder,
                            report,
                            media.Web
                        ),
                        report
                    ).Run(() => ExportFile.Open(file, ExportFile.MaxStreamed)),
                around,
                screen
            ),
            SiteCommand.Create(
                (folder, import, cancellation) => Run(folder, import, around, screen, cancellation),
                OutOption(),
                around,
                screen
            ),
            FromFolder(
                "folder",
                "A folder of Markdown: Obsidian, Astro, Eleventy, Notion, Google Docs, Pandoc.",
                (folder, target, report, cancellation) =>
                    new MarkdownFolderImport(folder, target, report).Run(cancellation),
                around,
                screen
            ),
            FromFolder(
                "hugo",
                "A Hugo site.",
                (site, target, report, cancellation) => new HugoImport(site, target, report).Run(cancellation),
                around,
                screen
            ),
            FromFolder(
                "jekyll",
                "A Jekyll site.",
                (site, target, report, cancellation) => new JekyllImport(site, target, report).Run(cancellation),
                around,
                screen
            ),
        };

    private static Command FromFolder(
        string name,
        string description,
        Action<string, ImportTarget, ImportReport, CancellationToken> import,
        Surroundings around,
        Screen screen
    )
    {
        var folder = new Argument<string>("DIR") { Description = "The folder with the generator's settings." };
        var target = OutOption();
        var command = new Command(name, description) { folder, target };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var from = around.PathOf(parsed.GetValue(folder)!);
                if (!Directory.Exists(from))
                {
                    throw new UsageException($"There is no folder {from}.");
                }
                return Task.FromResult(
                    Run(
                        around.PathOf(parsed.GetValue(target)!),
                        (to, report) => import(from, to, report, cancellation),
                        around,
                        screen,
                        cancellation
                    )
                );
            }
        );
        return command;
    }

    private static Command FromFile(
        string name,
        string description,
        string mediaDescription,
        Action<string, (string? Folder, WebMedia? Web), ImportTarget, ImportReport> import,
        Surroundings around,
        Screen screen
    )
    {
        var file = new Argument<string>("FILE") { Description = "The export." };
        var media = new Option<string?>("--media") { Description = mediaDescription, HelpName = "DIR|URL" };
        var isPrivate = new Option<bool>("--private")
        {
            Description = "The old site may be in a private network, too.",
        };
        var target = OutOption();
        var command = new Command(name, description) { file, media, isPrivate, target };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var from = around.PathOf(parsed.GetValue(file)!);
                var typed = parsed.GetValue(media);
                using var web = AddressOf(typed) is { } site
                    ? new WebMedia(site, Pause, parsed.GetValue(isPrivate))
                    : null;
                var pictures = typed is null || web is not null ? null : around.PathOf(typed);
                using (ExportFile.Open(from, ExportFile.MaxStreamed)) { }
                return Task.FromResult(
                    Run(
                        around.PathOf(parsed.GetValue(target)!),
                        (folder, report) => import(from, (pictures, web), folder, report),
                        around,
                        screen,
                        cancellation
                    )
                );
            }
        );
        return command;
    }

    private static Uri? AddressOf(string? media) =>
        Uri.TryCreate(media, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static Option<string> OutOption() =>
        new("--out")
        {
            Description = "The folder to make; it must be new or empty.",
            HelpName = "DIR",
            Required = true,
        };

    private static int Run(
        string folder,
        Action<ImportTarget, ImportReport> import,
        Surroundings around,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var report = new ImportReport();
        var target = new ImportTarget(folder, report);
        import(target, report);
        target.WriteAddresses();
        var result = ContentChecker.Check(ContentFolder.Read(folder), around.Clock.GetUtcNow(), cancellation);
        AddressProof.Tell(target, result, report);
        TextReport.WriteProblems(result, around, screen, Severity.Error);
        report.Write(folder);
        Show(report, screen);
        if (report.Posts + report.Pages == 0)
        {
            screen.Line(
                "[yellow]note[/] nothing was found that can be imported. Pages in HTML come over from the site itself: kap import site https://old.example"
            );
            return ExitCodes.Mend;
        }
        screen.Line(
            $"[bold]{Screen.Plain(around.Shown(folder))}[/]: {Screen.Count(result.Count(Severity.Error), "error")}, {Screen.Count(result.Count(Severity.Warning), "warning")}; see them all with kap check"
        );
        return result.HasErrors ? ExitCodes.Mend : ExitCodes.Well;
    }

    private static void Show(ImportReport report, Screen screen)
    {
        var notes = report.Notes;
        foreach (var note in notes.Take(MaxShown))
        {
            screen.Line($"[yellow]note[/] {Screen.Plain(note)}");
        }
        if (notes.Count > MaxShown)
        {
            screen.Line($"[yellow]note[/] and {notes.Count - MaxShown} more in {ImportReport.FileName}");
        }
        screen.Line(Screen.Plain(report.Summary));
    }

    private static string[] WithInner(string? folder, string inner) =>
        folder is null ? [] : [folder, Path.Combine(folder, inner)];
}
