using System.CommandLine;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content;

namespace KapFunctions.Cli.Writing;

/// <summary>Writes into translations' heads which text they were made from.</summary>
internal static class TranslatedCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var options = new HeadOptions("The translations that say what their originals do.");
        var command = new Command(
            "translated",
            "Records that a translation says what its original does now; nothing else in its file changes."
        );
        options.AddTo(command);
        command.SetAction(parsed =>
            options.Record(
                parsed,
                around,
                screen,
                (texts, source) => TranslationRecorder.Record(source, texts.Settings, texts.Find)
            )
        );
        return command;
    }
}
