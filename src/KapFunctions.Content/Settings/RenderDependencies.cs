namespace KapFunctions.Content.Settings;

/// <summary>The <see cref="RenderSettings"/> that a file made use of: only when one of those changes, it is rendered again.</summary>
[Flags]
public enum RenderDependencies
{
    /// <summary>None: it says everything itself.</summary>
    None = 0,

    /// <summary>Of a date without an offset.</summary>
    TimeZone = 1,

    /// <summary>Of a file that names none.</summary>
    Language = 2,

    /// <summary>What <c>aliases</c> are.</summary>
    Aliases = 4,

    /// <summary>Which unknown front-matter keys are delivered, or are the site's own.</summary>
    Frontmatter = 8,

    /// <summary>Whether players stand in pages at once.</summary>
    Embeds = 16,

    /// <summary>Whether pictures of other hosts are shown, and which hosts are the site's own.</summary>
    ForeignPictures = 32,

    /// <summary>Which of the checks are off that it does not pass.</summary>
    Checks = 64,

    /// <summary>Those that the site is written in.</summary>
    Languages = 128,

    /// <summary>Whether it is written in several, so that texts remember what they were made from.</summary>
    Translations = 256,
}
