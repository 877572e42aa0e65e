using System.CommandLine;
using KapFunctions.Cli.Account;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Erasing;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Erasing;

internal static class EraseCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "The file's path in the content container, such as posts/hello.md or media/me.jpg.",
        };
        var yes = new Option<bool>("--yes") { Description = "Do it. Without, only what is there is said." };
        var storage = new StorageOptions(around);
        var command = new Command(
            "erase",
            "Removes a file for good: its versions, and all that the site has made of it."
        )
        {
            path,
            yes,
        };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var named = Checked(parsed.GetValue(path)!);
                var erasure = new Erasure(storage.Read(parsed));
                return parsed.GetValue(yes)
                    ? await EraseAsync(erasure, named, screen, cancellation)
                    : await AskAsync(erasure, named, screen, cancellation);
            }
        );
        return command;
    }

    private static string Checked(string path) =>
        !SourcePath.IsAddressable(path)
            ? throw new UsageException(
                "PATH is no file of the content container. Give it as it stands there, such as posts/hello.md."
            )
        : ContentPaths.KindOf(path) == ContentKind.Site
            ? throw new UsageException(
                "site.yaml is the site itself and is not erased. Take the text out of it, and remove its older versions as docs/operations.md says."
            )
        : path;

    private static async Task<int> AskAsync(Erasure erasure, string path, Screen screen, CancellationToken cancellation)
    {
        var versions = await erasure.CountVersionsAsync(path, cancellation);
        screen.Line($"{Screen.Plain(path)}: {Screen.Count(versions, "version")} in storage");
        screen.Fail("Nothing was erased, and what is erased cannot be had back. If you mean it, give --yes.");
        return ExitCodes.Usage;
    }

    private static async Task<int> EraseAsync(
        Erasure erasure,
        string path,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var report = await erasure.RunAsync(path, cancellation);
        screen.Line($"{Screen.Plain(path)}: {Screen.Count(report.Versions, "version")} erased");
        screen.Line(
            $"{Screen.Count(report.Copies, "copy", "copies")} made of it, {Screen.Count(report.Entries, "entry", "entries")} of the log, {Screen.Count(report.Messages, "message")} erased"
        );
        foreach (var other in report.OtherPaths)
        {
            screen.Line($"its post stood at {Screen.Plain(other)}, too: erase that file as well");
        }

        if (report.Unfinished is { } sentence)
        {
            screen.Fail($"The erasure is not finished. {sentence}");
            return ExitCodes.Mend;
        }

        screen.Line("kept: its path, address and id, so that its address answers that it is gone");
        screen.Line(Retention(await erasure.ReadRetentionAsync(cancellation)));
        return ExitCodes.Well;
    }

    private static string Retention(int? days) =>
        days switch
        {
            0 => "storage keeps nothing of what was deleted",
            null => "storage may keep what was deleted for some days (30, as infra/ sets it up); then it is gone",
            _ => $"storage keeps what was deleted for {Screen.Count(days.Value, "day")}; then it is gone",
        };
}
