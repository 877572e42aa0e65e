namespace KapFunctions.Content.Comments;

/// <summary>Code among text, which ends at as many backticks as it begins with.</summary>
internal static class Backticks
{
    /// <summary>How many stand at the beginning.</summary>
    public static int Run(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept('`') is >= 0 and var end ? end : text.Length;

    /// <summary>With its backticks; 0 where nothing closes it.</summary>
    public static int LengthOfCode(ReadOnlySpan<char> text)
    {
        var opening = Run(text);
        for (var at = opening; text[at..].IndexOf('`') is >= 0 and var before; )
        {
            at += before;
            var run = Run(text[at..]);
            at += run;
            if (run == opening)
            {
                return at;
            }
        }
        return 0;
    }
}
