using System.CommandLine;
using KapFunctions.Cli.Folders;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Sources;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Checking;

/// <summary><c>kap schema DIR</c></summary>
internal static class SchemaCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The content folder.",
            DefaultValueFactory = _ => ".",
        };
        var file = new Option<string?>("--out")
        {
            Description = "The file to write, over one that is there; without it, the schema goes to the terminal.",
            HelpName = "FILE",
        };
        var command = new Command(
            "schema",
            "Writes a JSON Schema of heads, with the fields of site.yaml, for text editors that check while one types."
        )
        {
            folder,
            file,
        };
        command.SetAction(parsed =>
        {
            var schema = PostSchema.Of(SiteOf(ContentFolder.Read(around.PathOf(parsed.GetValue(folder)!))));
            if (parsed.GetValue(file) is not { } path)
            {
                around.Out.Write(System.Text.Encoding.UTF8.GetString(schema));
                return ExitCodes.Well;
            }
            var written = around.PathOf(path);
            File.WriteAllBytes(written, schema);
            screen.Line(Screen.Plain(around.Shown(written)));
            return ExitCodes.Well;
        });
        return command;
    }

    /// <exception cref="UsageException">Its <c>site.yaml</c> cannot be read.</exception>
    private static SiteSettings SiteOf(ContentFolder folder)
    {
        if (folder.Files.FirstOrDefault(file => ContentPaths.KindOf(file.Name) == ContentKind.Site) is not { } site)
        {
            return new();
        }
        var source = new SourceFile(site.Name, BoundedFile.Read(site.Path, SiteParser.MaxBytes));
        return SiteParser.Parse(source).Settings
            ?? throw new UsageException($"{site.Name} cannot be read. kap check says which line to mend.");
    }
}
