using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Site;

/// <summary>What reading <c>site.yaml</c> came to.</summary>
/// <param name="Settings">The settings; null where an error keeps the file from being used.</param>
/// <param name="Problems">What the author should know.</param>
public sealed record SiteResult(SiteSettings? Settings, IReadOnlyList<Problem> Problems);

/// <summary>Reads <c>site.yaml</c>.</summary>
public static class SiteParser
{
    /// <summary>Grows whenever the same file would give other settings.</summary>
    public const int Version = 3;

    /// <summary>In bytes: settings stand in one row of the index, where each may take eight.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>Any bytes at all give settings (null where an error keeps the file from use) or problems, never an exception.</summary>
    public static SiteResult Parse(SourceFile source)
    {
        var problems = new ProblemLog(source.Path);
        if (SourceText.Decode(source, MaxBytes, problems) is not { } text)
        {
            return new(null, problems.ToList());
        }
        var map = FrontMatterReader.Yaml(text, 1, "", ProblemCatalog.SiteSyntax, problems);
        if (map is null && !problems.HasError)
        {
            problems.Add(ProblemCatalog.SiteSyntax, Position.Start, "", "it holds no keys.");
        }
        var settings = map is null ? null : new SiteReader(new Fields(map, problems), source, problems).Read();
        return new(problems.HasError ? null : settings, problems.ToList());
    }
}
