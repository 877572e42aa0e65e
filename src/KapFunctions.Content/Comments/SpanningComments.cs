using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Comments;

/// <summary>Takes out private comments that begin in one block and end in another, before Markdown cuts the text into blocks
/// and would show them. Line breaks stay, so that what follows keeps its line.</summary>
internal sealed partial class SpanningComments
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("%{<`$\\");

    private readonly BodySource source;
    private readonly string text;
    private readonly StringBuilder kept = new();
    private readonly CommentSpans spans = new();
    private int at;
    private int copied;

    private SpanningComments(BodySource source) => (this.source, text) = (source, source.Markdown);

    /// <summary>The Markdown without them; a problem tells of the first.</summary>
    public static string Hide(BodySource source) =>
        source.Markdown.AsSpan().IndexOfAny("%{<") < 0 ? source.Markdown : new SpanningComments(source).Hide();

    public static bool HasBlockIn(ReadOnlySpan<char> text) => BlockInside().IsMatch(text);

    private string Hide()
    {
        while (at < text.Length)
        {
            var line = text.AsSpan(at, EndOfLine(at) - at);
            var fence = Fence().EnumerateMatches(line);
            if (fence.MoveNext())
            {
                SkipFence(line[..fence.Current.Length]);
            }
            else if (line.StartsWith("    ") || line.StartsWith("\t"))
            {
                at = EndOfLine(at) + 1;
            }
            else
            {
                ReadLine();
            }
        }
        return copied == 0 ? text : kept.Append(text.AsSpan(copied)).ToString();
    }

    private void ReadLine()
    {
        var end = EndOfLine(at);
        while (at < end && text.AsSpan(at, end - at).IndexOfAny(Beginnings) is >= 0 and var next)
        {
            at += next;
            if (spans.LengthAt(text, at) is > 0 and var comment)
            {
                Hide(text.AsSpan(at, comment));
                at += comment;
                end = EndOfLine(at);
            }
            else
            {
                at += spans.LengthOfCode(text, at);
            }
        }
        at = Math.Max(end, at) + 1;
    }

    private void Hide(ReadOnlySpan<char> comment)
    {
        if (!HasBlockIn(comment))
        {
            return;
        }
        var isEdit = comment.StartsWith("{--");
        if (isEdit || (comment[0] != '<' && source.Problems.IsFirst(ProblemCatalog.CommentHidden)))
        {
            var kind = isEdit ? ProblemCatalog.CriticMarkup : ProblemCatalog.CommentHidden;
            source.Problems.Add(kind, source.LineAt(text.AsSpan(0, at).Count('\n')));
        }
        kept.Append(text.AsSpan(copied, at - copied)).Append('\n', comment.Count('\n'));
        copied = at + comment.Length;
    }

    /// <summary>Code between fences ends at a fence as long, or longer.</summary>
    private void SkipFence(ReadOnlySpan<char> opening)
    {
        var mark = opening[^1];
        var length = opening.Length - opening.TrimEnd(mark).Length;
        for (at = EndOfLine(at) + 1; at < text.Length; at = EndOfLine(at) + 1)
        {
            var line = text.AsSpan(at, EndOfLine(at) - at).TrimStart(" \t>").TrimEnd();
            if (line.Length >= length && !line.ContainsAnyExcept(mark))
            {
                at = EndOfLine(at) + 1;
                return;
            }
        }
    }

    /// <summary>An empty line, or one that begins a block: what goes on behind it is read apart from what stands before.</summary>
    [GeneratedRegex(@"\n[ \t]*(\n|[>#|]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockInside();

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
