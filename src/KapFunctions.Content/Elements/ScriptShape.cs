using System.Buffers;
using Markdig.Helpers;

namespace KapFunctions.Content.Elements;

/// <summary>What may stand between two tildes or carets, so that it is meant as lowered or raised.</summary>
internal static class ScriptShape
{
    /// <summary>Longest text that is looked through for the end, in characters.</summary>
    private const int MaxLength = 200;

    private static readonly SearchValues<char> Signs = SearchValues.Create("+-*/=<>,;:·×");

    /// <summary>How far the closing mark stands behind the opening one at the beginning of <paramref name="slice"/>; 0 where none does.</summary>
    public static int Length(StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        var text = slice.AsSpan();
        text = text[..Math.Min(text.Length, MaxLength)];
        var end = before is '[' or '^' or '~' ? 0 : End(text);
        if (end == 0 || IsPath(text) || AreTwo(text, end))
        {
            return 0;
        }
        // "^_^" is a face; "H^+^" is not.
        return char.IsLetterOrDigit(before) || before is ')' or ']' || HasWord(text[1..end]) ? end : 0;
    }

    /// <summary>What belongs to something around it ends the search: a cell's border, a bracket that was opened before.</summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var brackets = 0;
        for (var at = 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    brackets++;
                    break;
                case ']' when --brackets < 0:
                case '|':
                case var blank when char.IsWhiteSpace(blank):
                    return 0;
                case var mark when mark == text[0]:
                    return at > 1 && !(at + 1 < text.Length && text[at + 1] == mark) ? at : 0;
            }
        }
        return 0;
    }

    /// <summary><c>~/notes:~/letters</c> are folders.</summary>
    private static bool IsPath(ReadOnlySpan<char> text) => text[0] == '~' && text[1] is '/' or '\\';

    /// <summary>Two marks of their own, each before its number, with a sign between: <c>a^2+b^2</c>, <c>9~17/10~16</c>.</summary>
    private static bool AreTwo(ReadOnlySpan<char> text, int end) =>
        end > 3
        && end + 1 < text.Length
        && char.IsLetterOrDigit(text[end + 1])
        && text[2..(end - 1)].ContainsAny(Signs);

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }
        return false;
    }
}
