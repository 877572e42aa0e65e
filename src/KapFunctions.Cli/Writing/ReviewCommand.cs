using System.CommandLine;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content;

namespace KapFunctions.Cli.Writing;

/// <summary>Writes into files' heads that their text was reviewed today, and which text that was.</summary>
internal static class ReviewCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var options = new HeadOptions("The files that were reviewed.");
        var by = new Option<string?>("--by")
        {
            Description = "Who reviewed them; without it the name in the file stays.",
            HelpName = "NAME",
        };
        var command = new Command("review", "Records that a text was reviewed today; nothing else in its file changes.")
        {
            by,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var now = around.Clock.GetUtcNow();
            return options.Record(
                parsed,
                around,
                screen,
                (texts, source) =>
                    ReviewRecorder.Record(source, texts.Settings, texts.Settings.DayOf(now), parsed.GetValue(by))
            );
        });
        return command;
    }
}
