using System.CommandLine;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content;
using KapFunctions.Content.Sources;

namespace KapFunctions.Cli.Writing;

/// <summary>Which texts' heads are to be written into.</summary>
internal sealed class HeadOptions(string description)
{
    private readonly Argument<string[]> files = new("PATH")
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> folder = new("--dir")
    {
        Description = "The content folder.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public void AddTo(Command command)
    {
        command.Add(files);
        command.Add(folder);
    }

    /// <summary>Records something in each, also where another could not be written; the worst of the exit codes.</summary>
    public int Record(
        ParseResult parsed,
        Surroundings around,
        Screen screen,
        Func<TextFiles, SourceFile, RecordedHead> record
    )
    {
        var texts = new TextFiles(around.PathOf(parsed.GetValue(folder)!), around, screen);
        return parsed
            .GetValue(files)!
            .Select(file => texts.Record(around.PathOf(file), source => record(texts, source)))
            .ToList()
            .Max();
    }
}
