namespace KapFunctions.Content.Text;

/// <summary>Runs of letters and digits; in scripts without spaces, each character is a word.</summary>
internal static class Words
{
    public static int Count(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (IsIdeograph(c))
            {
                words++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else
            {
                inside = inside && c is '\'' or '’' or '-' or '_';
            }
        }
        return words;
    }

    internal static bool IsIdeograph(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
