using System.Buffers;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Comments;

/// <summary>Takes out private comments that begin in one block and end in another, before Markdown cuts the text into blocks
/// and would show them.</summary>
internal sealed partial class SpanningComments(BodySource source) : TextPass(source.Markdown, Beginnings)
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("%{<`$\\");

    /// <summary>The Markdown without them; a problem tells of the first.</summary>
    public static string Hide(BodySource source) =>
        source.Markdown.AsSpan().IndexOfAny("%{<") < 0 ? source.Markdown : new SpanningComments(source).Changed();

    public static bool HasBlockIn(ReadOnlySpan<char> text) => BlockInside().IsMatch(text);

    protected override int Take()
    {
        var length = Spans.LengthAt(Text, At);
        if (length > 0)
        {
            Hide(Text.AsSpan(At, length));
        }
        return length;
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
            source.Problems.Add(kind, source.LineAt(Text.AsSpan(0, At).Count('\n')));
        }
        Replace(comment.Length, "");
    }

    /// <summary>An empty line, or one that begins a block: what goes on behind it is read apart from what stands before.</summary>
    [GeneratedRegex(@"\n[ \t]*(\n|[>#|]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockInside();
}
