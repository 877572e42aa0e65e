using System.Buffers;

namespace KapFunctions.Content.Elements;

/// <summary>Whether what stands between escaped brackets is a formula or the words of somebody who escapes brackets.</summary>
internal static class TexShape
{
    private static readonly SearchValues<char> Certain = SearchValues.Create("^_{}");
    private static readonly SearchValues<char> Signs = SearchValues.Create("=<>+*/|≤≥≠≈±×·→∈∞√∑∫");

    /// <param name="text">What stands between the brackets.</param>
    /// <param name="needsSign">Whether a number or letter alone, such as a reference, is none.</param>
    public static bool IsFormula(ReadOnlySpan<char> text, bool needsSign)
    {
        if (text.IsWhiteSpace())
        {
            return false;
        }
        if (text.ContainsAny(Certain) || HasCommand(text))
        {
            return true;
        }
        var hasSign = text.ContainsAny(Signs);
        var words = Words(text);
        return hasSign ? words < 2 : words == 0 && !needsSign;
    }

    private static bool HasCommand(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\\') is >= 0 and var at && at + 1 < text.Length)
        {
            if (char.IsAsciiLetter(text[at + 1]))
            {
                return true;
            }
            text = text[(at + 2)..];
        }
        return false;
    }

    /// <summary>Words of prose: three letters or more, and nothing but letters.</summary>
    private static int Words(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var part in text.SplitAny(' ', '\n', '\t'))
        {
            var word = text[part].Trim(".,;:!?()");
            var letters = 0;
            while (letters < word.Length && char.IsLetter(word[letters]))
            {
                letters++;
            }
            count += letters >= 3 && letters == word.Length ? 1 : 0;
        }
        return count;
    }
}
