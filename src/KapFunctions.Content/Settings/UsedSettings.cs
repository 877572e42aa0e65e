namespace KapFunctions.Content.Settings;

/// <summary>The settings that one file is rendered with, and which of them it asked for.</summary>
internal sealed class UsedSettings(RenderSettings settings)
{
    public RenderDependencies Uses { get; private set; }

    public string TimeZone => Use(settings.TimeZone, RenderDependencies.TimeZone);

    public string Language => Use(settings.Language, RenderDependencies.Language);

    public bool AliasesAreTitles => Use(settings.AliasesAreTitles, RenderDependencies.Aliases);

    public IReadOnlyList<string> DeliveredFrontmatter =>
        Use(settings.DeliveredFrontmatter, RenderDependencies.Frontmatter);

    public bool FramesAtOnce => Use(settings.FramesAtOnce, RenderDependencies.Embeds);

    /// <summary>An address that names no host is always ours.</summary>
    public bool Shows(string address) =>
        !RenderSettings.IsElsewhere(address) || Use(settings.Shows(address), RenderDependencies.ForeignPictures);

    private T Use<T>(T value, RenderDependencies dependency)
    {
        Uses |= dependency;
        return value;
    }
}
