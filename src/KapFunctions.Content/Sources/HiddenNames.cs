namespace KapFunctions.Content.Sources;

/// <summary>What systems, editors and other programs leave beside content: none of it is content, wherever it lies.</summary>
public static class HiddenNames
{
    /// <summary>Of files that are being worked on or fetched.</summary>
    private static readonly string[] TemporaryEndings =
    [
        "~",
        ".tmp",
        ".temp",
        ".swp",
        ".swx",
        ".bak",
        ".crdownload",
        ".part",
    ];

    /// <summary>Vim tries out a folder with 4913.</summary>
    private static readonly string[] TemporaryNames = ["4913", "Thumbs.db", "desktop.ini", "__MACOSX"];

    /// <summary>Whether a folder or the name of <paramref name="path"/> says that it is not content.</summary>
    public static bool Has(string path)
    {
        foreach (var part in path.AsSpan().Split('/'))
        {
            if (Is(path.AsSpan(part)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The same of one folder's or file's name. Office locks what it has open by a file <c>~$name</c>.</summary>
    public static bool Is(ReadOnlySpan<char> name)
    {
        if (name is ['.', ..] and not ("." or "..") or ['~', '$', ..] or ['#', .., '#'])
        {
            return true;
        }
        foreach (var temporary in TemporaryNames)
        {
            if (name.Equals(temporary, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        foreach (var ending in TemporaryEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
