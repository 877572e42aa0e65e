namespace KapFunctions.Content.Settings;

/// <summary>Which of the <see cref="RenderSettings"/> a file made use of: only when one of those changes, it is rendered again.</summary>
[Flags]
public enum RenderDependencies
{
    /// <summary>None: it says everything itself.</summary>
    None = 0,

    /// <summary>The time zone, for a date without an offset.</summary>
    TimeZone = 1,

    /// <summary>The language, since it names none.</summary>
    Language = 2,

    /// <summary>What <c>aliases</c> are, since it has some.</summary>
    Aliases = 4,

    /// <summary>Which unknown front-matter keys are delivered, since it has some.</summary>
    Frontmatter = 8,

    /// <summary>Whether players stand in pages at once, since it has some.</summary>
    Embeds = 16,

    /// <summary>Whether pictures of other hosts are shown, and which hosts are the site's own, since it has some with a host.</summary>
    ForeignPictures = 32,
}
