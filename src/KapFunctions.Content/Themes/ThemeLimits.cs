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

    /// <summary>Statements, rounds of loops and filters that one template may run for one page.</summary>
    internal const int Steps = 20_000;

    /// <summary>Templates inside templates.</summary>
    internal const int Recursion = 10;

    /// <summary>Characters that one template may write, capture, compare and put through filters for one page, beside those that
    /// it is given: about 4 MB of memory, and 100 ms.</summary>
    internal const int Characters = 1 << 20;

    /// <summary>How often a template may handle the text that it is given, such as a post's HTML.</summary>
    internal const int UsesOfGiven = 4;

    /// <summary>Blocks inside blocks: the parser and the page go down several calls for each.</summary>
    internal const int Nesting = 40;

    /// <summary>Values in one tag, those that it compares and those in brackets included.</summary>
    internal const int Operands = 50;

    /// <summary>Brackets inside brackets.</summary>
    internal const int Indexes = 10;

    /// <summary>Filters behind one value.</summary>
    internal const int Filters = 20;

    /// <summary>Numbers of a range such as <c>(1..5)</c>, which is made before anything counts its rounds.</summary>
    internal const int RangeLength = 1000;
}
