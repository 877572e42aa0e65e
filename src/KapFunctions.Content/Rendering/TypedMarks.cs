using System.Buffers;
using System.Collections.Frozen;
using Markdig.Extensions.SmartyPants;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>Hyphens and quotation marks that are not what they look like, told by the characters around them.</summary>
internal static class TypedMarks
{
    /// <summary>How far before a mark the beginning of its word is looked for, in characters.</summary>
    private const int MaxWord = 300;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\u00A0");

    /// <summary>Words that have lost their beginning. Others that do, such as <c>cause</c>, are words with it, too, and may be quoted.</summary>
    private static readonly FrozenSet<string> Shortened = FrozenSet.ToFrozenSet(
        ["tis", "twas", "twere", "twill", "twould", "twixt", "em", "n", "til", "neath", "tisn", "twasn"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The hyphens that stay as they were typed, in addresses and names such as <c>--save-dev</c>; null for a dash.</summary>
    public static string? Hyphens(SmartyPant mark)
    {
        var length = mark.Type switch
        {
            SmartyPantType.Dash2 => 2,
            SmartyPantType.Dash3 => 3,
            _ => 0,
        };
        if (length == 0 || mark.NextSibling is not LiteralInline { Content: var after })
        {
            return null;
        }
        var start = after.Start - length;
        return
            mark.Parent is LinkInline { IsAutoLink: true } || BeginsName(after, start) || IsInAddress(after.Text, start)
            ? "---"[..length]
            : null;
    }

    /// <summary>Whether a quotation mark is an apostrophe: <c>'tis</c>, <c>the '90s</c>, <c>rock 'n' roll</c>.</summary>
    public static bool IsApostrophe(SmartyPant mark) =>
        mark.Type switch
        {
            SmartyPantType.LeftQuote => mark.NextSibling is LiteralInline { Content: var after } && IsShortened(after),
            SmartyPantType.RightQuote => mark.PreviousSibling is LiteralInline { Content: ['n' or 'N'] } n
                && n.PreviousSibling is SmartyPant { Type: SmartyPantType.LeftQuote },
            _ => false,
        };

    /// <summary>An option or a variable; a name with a capital is whom a dash before it quotes.</summary>
    private static bool BeginsName(StringSlice after, int start) =>
        after.CurrentChar is (>= 'a' and <= 'z') or (>= '0' and <= '9')
        && (start == 0 || after.Text[start - 1] is ' ' or '\t' or '\n' or '(' or '[' or '"' or '\'' or '/' or '|');

    /// <summary>True where the word before names a host or scheme and goes on with a path: <c>youtu.be/a--b</c>.</summary>
    private static bool IsInAddress(string text, int end)
    {
        var word = text.AsSpan(Math.Max(0, end - MaxWord), Math.Min(end, MaxWord));
        word = word[(word.LastIndexOfAny(Blanks) + 1)..];
        var slash = word.IndexOf('/');
        var dot = slash > 0 ? word[..slash].IndexOf('.') : -1;
        return (dot > 0 && dot < slash - 1) || word.IndexOf("://", StringComparison.Ordinal) > 0;
    }

    private static bool IsShortened(StringSlice after)
    {
        var text = after.AsSpan();
        if (text is [>= '0' and <= '9', '0', 's', ..])
        {
            return text.Length == 3 || !char.IsLetterOrDigit(text[3]);
        }
        var end = 0;
        while (end < text.Length && end < 8 && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }
        return end > 0 && Shortened.Contains(text[..end].ToString());
    }
}
