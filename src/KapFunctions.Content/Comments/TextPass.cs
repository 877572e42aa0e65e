using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Comments;

/// <summary>Goes through a whole text before Markdown cuts it into blocks, and leaves alone what is code. Whatever is put in the
/// place of something has as many lines, so that what follows keeps its line.</summary>
internal abstract partial class TextPass(string text, SearchValues<char> beginnings)
{
    private readonly StringBuilder kept = new();
    private int copied;

    protected string Text => text;

    protected int At { get; private set; }

    protected CommentSpans Spans { get; } = new();

    /// <summary>Whether code between fences goes on to the end of the text.</summary>
    protected bool EndsInCode { get; private set; }

    /// <summary>The length of what begins where the pass is and was seen to; 0 for nothing.</summary>
    protected abstract int Take();

    protected string Changed()
    {
        while (At < text.Length)
        {
            var line = text.AsSpan(At, EndOfLine(At) - At);
            var fence = Fence().EnumerateMatches(line);
            if (fence.MoveNext())
            {
                SkipFence(line[..fence.Current.Length]);
            }
            else if (line.StartsWith("    ") || line.StartsWith("\t"))
            {
                At = EndOfLine(At) + 1;
            }
            else
            {
                ReadLine();
            }
        }
        return copied == 0 ? text : kept.Append(text.AsSpan(copied)).ToString();
    }

    /// <summary>In the place of <paramref name="length"/> characters from where the pass is.</summary>
    protected void Replace(int length, string with)
    {
        kept.Append(text.AsSpan(copied, At - copied)).Append(with).Append('\n', text.AsSpan(At, length).Count('\n'));
        copied = At + length;
    }

    private void ReadLine()
    {
        var end = EndOfLine(At);
        while (At < end && text.AsSpan(At, end - At).IndexOfAny(beginnings) is >= 0 and var next)
        {
            At += next;
            if (Take() is > 0 and var taken)
            {
                At += taken;
                end = EndOfLine(At);
            }
            else
            {
                At += Spans.LengthOfCode(text, At);
            }
        }
        At = Math.Max(end, At) + 1;
    }

    /// <summary>Code between fences ends at a fence as long, or longer.</summary>
    private void SkipFence(ReadOnlySpan<char> opening)
    {
        var mark = opening[^1];
        var length = opening.Length - opening.TrimEnd(mark).Length;
        for (At = EndOfLine(At) + 1; At < text.Length; At = EndOfLine(At) + 1)
        {
            var line = text.AsSpan(At, EndOfLine(At) - At).TrimStart(" \t>").TrimEnd();
            if (line.Length >= length && !line.ContainsAnyExcept(mark))
            {
                At = EndOfLine(At) + 1;
                return;
            }
        }
        EndsInCode = true;
    }

    private int EndOfLine(int start)
    {
        var end = start < text.Length ? text.IndexOf('\n', start) : -1;
        return end < 0 ? text.Length : end;
    }

    [GeneratedRegex(
        @"\A[ \t>]*(([-*+]|[0-9]{1,9}[.)])[ \t][ \t>]*)*(`{3,}(?![^\n]*`)|~{3,})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Fence();
}
