namespace KapFunctions.Content;

/// <summary>
/// The part of <c>site.yaml</c> that rendering a post depends on; nothing else of the site goes into a body.
/// Equal settings have equal <see cref="Fingerprint"/>s, which name the bodies made with them.
/// </summary>
public sealed record RenderSettings
{
    /// <summary>IANA name of the time zone in which bare dates are read.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>BCP 47 language of posts that name none; decides quotation marks and dashes.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True where <c>aliases</c> are alternate titles (Obsidian) and not old addresses (Hugo).</summary>
    public bool AliasesAreTitles { get; init; }

    /// <summary>Unknown front-matter keys that are delivered under <c>frontmatter</c>; sorted.</summary>
    public IReadOnlyList<string> DeliveredFrontmatter { get; init; } = [];

    /// <summary>A short stable text made of all the settings, for naming what was rendered with them.</summary>
    public string Fingerprint => FingerprintOf((RenderDependencies)~0);

    /// <summary>The same made of those settings alone that a file uses.</summary>
    public string FingerprintOf(RenderDependencies uses) =>
        string.Join(
            '|',
            uses.HasFlag(RenderDependencies.TimeZone) ? TimeZone : "",
            uses.HasFlag(RenderDependencies.Language) ? Language : "",
            uses.HasFlag(RenderDependencies.Aliases) ? (AliasesAreTitles ? "titles" : "redirects") : "",
            uses.HasFlag(RenderDependencies.Frontmatter) ? string.Join(',', DeliveredFrontmatter) : ""
        );
}
