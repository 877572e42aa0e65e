using System.Text.RegularExpressions;

namespace KapFunctions.Content.Comments;

/// <summary>Finds, in a whole text, where comments end and where code does, each at a cost that does not grow with their number.</summary>
internal sealed partial class CommentSpans
{
    private readonly HashSet<CommentSyntax> unclosed = [];
    private readonly HashSet<int> unclosedTicks = [];
    private (CommentSyntax? Syntax, int End) passedOver;
    private int paragraphEnd = -1;
    private int fence = -1;

    public int LengthAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (Opening(rest, at > 0 ? text[at - 1] : '\0', out var opening) is not { } syntax || unclosed.Contains(syntax))
        {
            return 0;
        }
        // What may be something else is not closed by code further down.
        var last = syntax.IsCertain ? text.Length : NextFence(text, at);
        if (at + opening <= last && Closing(syntax, text, at + opening, last) is > 0 and var end)
        {
            var hidden = text.AsSpan(at + opening, end).TrimEnd('%');
            // One that would go on into another block, and may well end in its own, does.
            var loose = syntax.LooseClosing(hidden);
            if (loose > 0 && SpanningComments.HasBlockIn(hidden))
            {
                passedOver = (syntax, at + opening + end);
                return opening + loose;
            }
            return opening + end;
        }
        if (last == text.Length)
        {
            unclosed.Add(syntax);
        }
        return 0;
    }

    /// <summary>The length of the code or formula that begins at <paramref name="at"/>; else of what is no comment.</summary>
    public int LengthOfCode(string text, int at)
    {
        var rest = text.AsSpan(at);
        switch (rest)
        {
            case ['`', ..]:
                return Ticks(text, at);
            case ['$', '$', ..]:
                return rest[2..].IndexOf("$$", StringComparison.Ordinal) is >= 0 and var end ? end + 4 : rest.Length;
            case ['\\', ..]:
                return Math.Min(2, rest.Length);
            case ['<', ..]:
                return
                    CodeElement().Match(text, at, Math.Min(16, rest.Length)) is { Success: true } element
                    && rest.IndexOf($"</{element.Groups["name"].ValueSpan}", StringComparison.OrdinalIgnoreCase)
                        is > 0
                            and var close
                    ? close
                    : 1;
            default:
                return 1;
        }
    }

    /// <summary>What was found further down, and not taken, is not searched for again.</summary>
    private int Closing(CommentSyntax syntax, string text, int from, int last) =>
        syntax == passedOver.Syntax && from < passedOver.End - 1 && passedOver.End <= last
            ? passedOver.End - from
            : syntax.Closing(text.AsSpan(from, last - from));

    private static CommentSyntax? Opening(ReadOnlySpan<char> text, char before, out int length) =>
        (length = CommentSyntax.Removal.Opening(text, before)) > 0
            ? CommentSyntax.Removal
            : CommentSyntax.OfAny(text, before, out length);

    private int NextFence(string text, int at)
    {
        if (fence < at)
        {
            var next = Fence().Match(text, at);
            fence = next.Success ? next.Index : text.Length;
        }
        return fence;
    }

    /// <summary>Code among text, which ends in its paragraph at as many backticks.</summary>
    private int Ticks(string text, int at)
    {
        if (paragraphEnd < at)
        {
            var blank = BlankLine().Match(text, at);
            paragraphEnd = blank.Success ? blank.Index : text.Length;
            unclosedTicks.Clear();
        }
        var length = Backticks.Run(text.AsSpan(at));
        if (!unclosedTicks.Contains(length))
        {
            var end = Math.Max(paragraphEnd, at + length);
            if (Backticks.LengthOfCode(text.AsSpan(at, end - at)) is > 0 and var code)
            {
                return code;
            }
            unclosedTicks.Add(length);
        }
        return length;
    }

    [GeneratedRegex(@"\n[ \t>]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\n[ \t>]*(```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"\G<(?<name>pre|code|kbd|samp|script|style|textarea)[\s>]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex CodeElement();
}
