namespace KapFunctions.Content;

/// <summary>The settings that one file is rendered with, and which of them it asked for.</summary>
internal sealed class UsedSettings(RenderSettings settings)
{
    /// <summary>What was asked for until now.</summary>
    public RenderDependencies Uses { get; private set; }

    public string TimeZone => Use(settings.TimeZone, RenderDependencies.TimeZone);

    public string Language => Use(settings.Language, RenderDependencies.Language);

    public bool AliasesAreTitles => Use(settings.AliasesAreTitles, RenderDependencies.Aliases);

    public IReadOnlyList<string> DeliveredFrontmatter =>
        Use(settings.DeliveredFrontmatter, RenderDependencies.Frontmatter);

    private T Use<T>(T value, RenderDependencies dependency)
    {
        Uses |= dependency;
        return value;
    }
}
