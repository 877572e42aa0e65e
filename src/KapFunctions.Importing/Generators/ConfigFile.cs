using System.Text;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Site;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

internal static class ConfigFile
{
    /// <summary>The first of <paramref name="names"/> that exists; null where none does or it cannot be read.</summary>
    public static Fields? Read(string folder, ImportReport report, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return Read(path, name, report);
            }
        }
        return null;
    }

    private static Fields? Read(string path, string name, ImportReport report)
    {
        var problems = new ProblemLog(name);
        var text = Encoding
            .UTF8.GetString(BoundedFile.Read(path, SiteParser.MaxBytes).Span)
            .TrimStart('\uFEFF')
            .ReplaceLineEndings("\n");
        var map = Path.GetExtension(name) switch
        {
            ".toml" => TomlFields.Read(text, 1, problems),
            ".json" => JsonFields.Read(text, 1, problems),
            _ => FrontMatterReader.Yaml(text, 1, "", ProblemCatalog.SiteSyntax, problems),
        };
        if (map is null)
        {
            report.Add(name, "cannot be read, so the site's title and addresses were left out");
        }
        return map is null ? null : new(map, problems);
    }
}
