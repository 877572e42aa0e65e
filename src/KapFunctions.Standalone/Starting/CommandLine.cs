using System.CommandLine;

namespace KapFunctions.Standalone.Starting;

internal static class CommandLine
{
    private static readonly Option<DirectoryInfo?> Content = new("--content")
    {
        Description =
            "Mirror this folder into the container 'content' and keep mirroring: a saved file is live a second later, a deleted one is gone, and what is saved at the desk is written into the folder. What others put into the container is neither removed nor overwritten.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> RemoveMany = new("--remove-many")
    {
        Description =
            "Let --content remove files though they are more than ten and more than half of what is online, as when the folder was emptied on purpose.",
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen; several are divided by ';', and port 0 picks a free one.",
        HelpName = "URLS",
        DefaultValueFactory = _ => "http://localhost:7071",
    };

    private static readonly Option<string?> Connection = new("--connection")
    {
        Description =
            "Connection string of the storage account. Default: the setting ContentStorage, else the emulator.",
        HelpName = "STRING",
    };

    private static readonly Option<bool> NoAzurite = new("--no-azurite")
    {
        Description = "Do not start the storage emulator Azurite where none is running.",
    };

    public static Task<int> RunAsync(string[] arguments, Func<StartOptions, Task<int>> start)
    {
        var command = new RootCommand(
            "Runs the functions of KapFunctions on this machine: put Markdown into storage, and it is live a second later."
        )
        {
            Content,
            RemoveMany,
            Urls,
            Connection,
            NoAzurite,
        };
        command.SetAction(parsed =>
            start(
                new(
                    parsed.GetValue(Content),
                    parsed.GetValue(RemoveMany),
                    parsed.GetValue(Urls)!,
                    parsed.GetValue(Connection),
                    parsed.GetValue(NoAzurite)
                )
            )
        );
        // Signals are ours: a stop takes as long as the work that has begun.
        return command.Parse(arguments).InvokeAsync(new() { ProcessTerminationTimeout = null });
    }
}
