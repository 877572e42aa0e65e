using System.CommandLine;
using KapFunctions.Cli.Terminal;
using KapFunctions.Importing.Shared;
using KapFunctions.Importing.Sites;

namespace KapFunctions.Cli.Importing;

internal static class SiteCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static Command Create(
        Func<string, Action<ImportTarget, ImportReport>, CancellationToken, int> run,
        Option<string> target,
        Surroundings around,
        Screen screen
    )
    {
        var address = new Argument<string>("URL") { Description = "The first page of the site." };
        var isPrivate = new Option<bool>("--private") { Description = "The site may be in a private network." };
        var pause = new Option<int?>("--pause")
        {
            Description = "Milliseconds between two requests; 500 without it.",
            HelpName = "MS",
        };
        var command = new Command("site", "A site that has no export, from its pages: Wix, Squarespace, any blog.")
        {
            address,
            isPrivate,
            pause,
            target,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var site = AddressOf(parsed.GetValue(address));
                var to = around.PathOf(parsed.GetValue(target)!);
                // Beside the folder, so that a run that was cut off finds there what it has.
                var kept = to.TrimEnd(Path.DirectorySeparatorChar) + ".fetched";
                var wait = parsed.GetValue(pause) is { } typed
                    ? TimeSpan.FromMilliseconds(Math.Clamp(typed, 0, 60_000))
                    : Pause;
                using var pages = new WebPages(kept, wait, parsed.GetValue(isPrivate));
                using var web = new WebMedia(site, wait, parsed.GetValue(isPrivate), kept);
                var code = run(
                    to,
                    (folder, report) =>
                        new SiteImport(site, pages, new([], folder.Folder, report, web), folder, report).Run(
                            (done, all) => screen.Note($"{done} of {all} pages"),
                            cancellation
                        ),
                    cancellation
                );
                if (pages.Missed == 0)
                {
                    DeleteIfThere(kept);
                    return Task.FromResult(code);
                }
                screen.Line(
                    $"{Screen.Count(pages.Missed, "page")} did not answer. To ask for them again, delete {Screen.Plain(around.Shown(to))} and give the same command: the others are kept in {Screen.Plain(around.Shown(kept))}"
                );
                return Task.FromResult(ExitCodes.Mend);
            }
        );
        return command;
    }

    private static Uri AddressOf(string? typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
            ? site
            : throw new UsageException("The address of the site begins with https://.");

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
