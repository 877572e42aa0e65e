using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Sources;

/// <summary>Rendering keeps no positions of links, so the text is searched.</summary>
public static class Mentions
{
    /// <summary>The first mention, as written or percent-encoded; the file's start where there is none.</summary>
    public static Position Of(string text, string mention)
    {
        var index = FirstOf(
            text,
            mention,
            Uri.EscapeDataString(mention),
            mention.Replace(" ", "%20", StringComparison.Ordinal)
        );
        var before = text.AsSpan(0, Math.Max(0, index));
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private static int FirstOf(string text, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase) is >= 0 and var index)
            {
                return index;
            }
        }
        return -1;
    }
}
