using KapFunctions.Content.Text;

namespace KapFunctions.Content.Settings;

/// <summary>The settings that one file is rendered with, and which of them it asked for.</summary>
internal sealed class UsedSettings(RenderSettings settings)
{
    public RenderDependencies Uses { get; private set; }

    public string TimeZone => Use(settings.TimeZone, RenderDependencies.TimeZone);

    public string Language => Use(settings.Language, RenderDependencies.Language);

    public IReadOnlyList<string> Languages => Use(settings.Languages, RenderDependencies.Languages);

    public bool HasTranslations => Use(settings.HasTranslations, RenderDependencies.Translations);

    public bool AliasesAreTitles => Use(settings.AliasesAreTitles, RenderDependencies.Aliases);

    public IReadOnlyList<string> DeliveredFrontmatter =>
        Use(settings.DeliveredFrontmatter, RenderDependencies.Frontmatter);

    /// <summary>The shortest of the tags', else the site's. It needs no dependency of its own: a day of review asks for the time zone.</summary>
    public ReviewInterval? ReviewEvery(IEnumerable<string> tags) =>
        Use(settings.ReviewEveryOf(tags), RenderDependencies.TimeZone);

    /// <summary>Whether <c>site.yaml</c> names a key as the site's own, so that it is no slip of another.</summary>
    public bool IsOwn(Func<string, bool> isTheKey) =>
        DeliveredFrontmatter.Any(isTheKey) || settings.DoubtfulOwnKeys.Any(isTheKey);

    public bool FramesAtOnce => Use(settings.FramesAtOnce, RenderDependencies.Embeds);

    /// <summary>Whether nobody is to be told of problems with this code.</summary>
    public bool IsOff(string code) => Use(settings.ChecksOff, RenderDependencies.Checks).Contains(code);

    /// <summary>Every text depends on them.</summary>
    public IReadOnlyList<Term> Terms => settings.Terms;

    /// <summary>An address that names no host is always ours.</summary>
    public bool Shows(string address) =>
        !RenderSettings.IsElsewhere(address) || Use(settings.Shows(address), RenderDependencies.ForeignPictures);

    private T Use<T>(T value, RenderDependencies dependency)
    {
        Uses |= dependency;
        return value;
    }
}
