using System.CommandLine;
using KapFunctions.Cli.Terminal;

namespace KapFunctions.Cli.Moving;

internal static class MoveCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var from = new Argument<string>("FROM") { Description = "The file of a post or page." };
        var to = new Argument<string>("TO") { Description = "Its new name, or the folder where it is to lie." };
        var folder = new Option<string>("--dir")
        {
            Description = "The content folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var id = new Option<string?>("--id")
        {
            Description =
                "The id that the post has online, where its file had yet another name when it was first published.",
            HelpName = "ID",
        };
        var command = new Command(
            "mv",
            "Gives a file another name: the post stays the same one, and its old address leads to the new one."
        )
        {
            from,
            to,
            folder,
            id,
        };
        command.SetAction(parsed =>
        {
            var (source, target) = (around.PathOf(parsed.GetValue(from)!), around.PathOf(parsed.GetValue(to)!));
            var file = Directory.Exists(target) ? Path.Combine(target, Path.GetFileName(source)) : target;
            return new PostMove(around.PathOf(parsed.GetValue(folder)!), around, screen).Run(
                source,
                file,
                parsed.GetValue(id)
            );
        });
        return command;
    }
}
