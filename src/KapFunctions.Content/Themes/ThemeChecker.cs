using System.Globalization;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Themes;

/// <summary>Pure: the same bytes come to the same problems everywhere.</summary>
public static class ThemeChecker
{
    /// <summary>Grows when what is accepted changes, so that files are looked at again.</summary>
    public const int Version = 2;

    /// <summary>The file can be used where no problem is an error.</summary>
    public static IReadOnlyList<Problem> Check(SourceFile file)
    {
        var problems = new ProblemLog(file.Path);
        var isTemplate = ThemePaths.IsTemplate(file.Path);
        var limit = isTemplate ? ThemeLimits.TemplateBytes : ThemeLimits.AssetBytes;
        if (ThemePaths.IsScript(file.Path))
        {
            problems.Add(ProblemCatalog.ThemeScript, Position.Start);
        }
        else if (!isTemplate && ThemePaths.TypeOf(file.Path) is null)
        {
            problems.Add(ProblemCatalog.ThemeFileType, Position.Start);
        }
        else if (file.Bytes.Length > limit)
        {
            problems.Add(ProblemCatalog.ThemeTooLarge, Position.Start, limit.ToString(CultureInfo.InvariantCulture));
        }
        else if (file.Bytes.IsEmpty)
        {
            problems.Add(ProblemCatalog.SourceEmpty, Position.Start);
        }
        else if (
            isTemplate
            && SourceText.Decode(file, limit, problems) is { } text
            && TemplateSet.Check(ThemePaths.TemplateName(file.Path), text) is { } fault
        )
        {
            problems.Add(ProblemCatalog.ThemeTemplate, new(fault.Line, fault.Column), fault.Reason);
        }

        return problems.ToList();
    }

    /// <summary>A template that fails, as its author is told.</summary>
    public static Problem ProblemOf(string path, TemplateFault fault)
    {
        var problems = new ProblemLog(path);
        problems.Add(ProblemCatalog.ThemeTemplate, new(fault.Line, fault.Column), fault.Reason);
        return problems.ToList()[0];
    }

    /// <summary>A file that a theme has no room for, as its author is told.</summary>
    public static Problem ProblemOfSurplus(string path)
    {
        var problems = new ProblemLog(path);
        problems.Add(
            ProblemCatalog.ThemeFull,
            Position.Start,
            ThemeLimits.Files.ToString(CultureInfo.InvariantCulture),
            ThemeLimits.TotalBytes.ToString(CultureInfo.InvariantCulture)
        );
        return problems.ToList()[0];
    }

    /// <summary>Null where the template did not pass.</summary>
    public static string? TextOf(SourceFile file) => SourceText.Decode(file, ThemeLimits.TemplateBytes, new(file.Path));
}
