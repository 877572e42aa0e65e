namespace KapFunctions.Content.Themes;

/// <summary>What a theme may be at most: it is read into memory by every instance, and its templates run for every page.</summary>
public static class ThemeLimits
{
    /// <summary>Bytes of a template.</summary>
    public const int TemplateBytes = 64 << 10;

    /// <summary>Bytes of a style, script, picture or font; larger pictures belong into <c>media/</c>.</summary>
    public const int AssetBytes = 1 << 20;

    /// <summary>Files of a theme; those whose paths sort behind are not used.</summary>
    public const int Files = 200;

    /// <summary>Bytes of all files together.</summary>
    public const int TotalBytes = 16 << 20;

    /// <summary>Statements that one template may run for one page, rounds of its loops included.</summary>
    internal const int Steps = 20_000;

    /// <summary>Templates inside templates.</summary>
    internal const int Recursion = 10;

    /// <summary>Characters that one template may write, capture and put through filters for one page.</summary>
    internal const int Characters = 8 << 20;

    /// <summary>Blocks inside blocks: a parser goes down one call for each.</summary>
    internal const int Nesting = 40;

    /// <summary>Characters between the braces of one tag.</summary>
    internal const int TagLength = 1000;

    /// <summary>Brackets and filters in one tag.</summary>
    internal const int TagParts = 20;

    /// <summary>Numbers of a range such as <c>(1..5)</c>, which is made before anything counts its rounds.</summary>
    internal const int RangeLength = 1000;
}
