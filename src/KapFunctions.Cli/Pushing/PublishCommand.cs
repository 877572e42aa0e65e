using System.CommandLine;
using KapFunctions.Cli.Account;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Pushing;

/// <summary>Puts next versions live, each over the very version that it was made from.</summary>
internal static class PublishCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Posts or pages by their path in storage, such as posts/hello.md.",
            Arity = ArgumentArity.OneOrMore,
        };
        var storage = new StorageOptions(around);
        var command = new Command("publish", "Puts the next versions of posts or pages live.") { paths };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var clients = storage.Read(parsed);
                var codes = new List<int>();
                foreach (var path in parsed.GetValue(paths)!)
                {
                    codes.Add(await RunAsync(path, clients, around.Writes(), screen, cancellation));
                }
                return codes.Max();
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        StorageClients clients,
        FileWrite by,
        Screen screen,
        CancellationToken cancellation
    )
    {
        if (NextPaths.LiveOf(NextPaths.Of(path)) is not { } live)
        {
            throw new UsageException($"{path} is no post and no page: give paths such as posts/hello.md.");
        }
        var files = new NextFiles(clients, new(clients));
        if (await files.ReadAsync(live, cancellation) is not var (next, _))
        {
            screen.Fail($"{live} has no next version.");
            return ExitCodes.Mend;
        }
        var publisher = new NextPublisher(files);
        var (outcome, _) = await publisher.PublishAsync(live, next.ETag, over: null, by, cancellation);
        if (outcome != NextOutcome.Done)
        {
            screen.Fail(
                $"{live} was changed online since its next version was made, and stays as it is. Compare the two in the desk."
            );
            return ExitCodes.Mend;
        }
        screen.Line($"[green]live[/] {Screen.Plain(live)}");
        return ExitCodes.Well;
    }
}
