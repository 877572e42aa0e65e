namespace KapFunctions.Content;

/// <summary>What reading <c>site.yaml</c> came to.</summary>
/// <param name="Settings">The settings; null where an error keeps the file from being used.</param>
/// <param name="Problems">What the author should know.</param>
public sealed record SiteResult(SiteSettings? Settings, IReadOnlyList<Problem> Problems);

/// <summary>Reads <c>site.yaml</c>.</summary>
public static class SiteParser
{
    /// <summary>Reads the file; any bytes at all give settings or problems, never an exception.</summary>
    public static SiteResult Parse(SourceFile source) => new(new SiteSettings(), []);
}
