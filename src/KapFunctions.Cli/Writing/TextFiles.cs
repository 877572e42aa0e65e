using KapFunctions.Cli.Terminal;
using KapFunctions.Content;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Sources;
using KapFunctions.Importing.Shared;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Cli.Writing;

/// <summary>The texts of a content folder whose heads are written into.</summary>
internal sealed class TextFiles(string folder, Surroundings around, Screen screen)
{
    public RenderSettings Settings { get; } = SiteOf(folder).Rendering;

    /// <summary>Null where there is none.</summary>
    public SourceFile? Find(string path)
    {
        var file = Path.Combine(folder, path);
        return File.Exists(file) ? new(path, BoundedFile.Read(file, PostRenderer.MaxSourceBytes)) : null;
    }

    /// <summary>Records something in the head of a text.</summary>
    public int Record(string file, Func<SourceFile, RecordedHead> record)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {around.Shown(file)}.");
        }

        if (
            new ContentNames(folder).Of(file) is not { } name
            || ContentPaths.KindOf(name) is not (ContentKind.Post or ContentKind.Page)
        )
        {
            throw new UsageException(
                $"{around.Shown(file)} is no post and no page: give Markdown files below posts/ or pages/, and the content folder with --dir."
            );
        }

        var recorded = record(new(name, BoundedFile.Read(file, PostRenderer.MaxSourceBytes)));
        if (recorded.Written is not { } written)
        {
            screen.Fail($"{around.Shown(file)}: {recorded.Refusal}");
            return ExitCodes.Mend;
        }

        AtomicFile.Write(file, written.Bytes.Span);
        screen.Line(Screen.Plain(around.Shown(file)));
        return ExitCodes.Well;
    }

    private static SiteSettings SiteOf(string folder)
    {
        var file = Path.Combine(folder, SiteSettings.Path);
        return File.Exists(file)
            ? SiteParser.Parse(new(SiteSettings.Path, BoundedFile.Read(file, SiteParser.MaxBytes))).Settings ?? new()
            : new();
    }
}
