using System.Buffers;
using System.Text;

namespace KapFunctions.Content.Comments;

/// <summary>Takes private comments from titles and from HTML. Edits are read as if they were accepted.</summary>
internal sealed class CommentText
{
    private static readonly string[] CodeElements = ["pre", "code", "kbd", "samp", "script", "style", "textarea"];

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("%{<+=~");

    private readonly HashSet<CommentSyntax> unclosed = [];
    private readonly HashSet<string> open = [];
    private readonly Dictionary<string, int> behindClosing = [];

    public static string Without(string text) => Take(text, isHtml: false);

    /// <summary>HTML as an author wrote it. Tags, HTML's own comments and code stay.</summary>
    public static string WithoutInHtml(string html) => Take(html, isHtml: true);

    private static string Take(string text, bool isHtml)
    {
        if (text.AsSpan().IndexOfAny("%{<") < 0)
        {
            return text;
        }
        var comments = new CommentText();
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var rest = text.AsSpan(at);
            var next = rest.IndexOfAny(Beginnings);
            if (next != 0)
            {
                next = next < 0 ? rest.Length : next;
                kept.Append(rest[..next]);
                at += next;
                continue;
            }
            var isTag = isHtml && rest[0] == '<';
            var hidden = isTag ? 0 : comments.HiddenAt(rest, at > 0 ? text[at - 1] : '\0');
            var shown =
                hidden > 0 ? 0
                : isTag ? LengthOfTag(rest)
                : 1;
            kept.Append(rest[..shown]);
            at += hidden + shown;
        }
        return isHtml || kept.Length == text.Length ? kept.ToString() : kept.ToString().Trim();
    }

    private int HiddenAt(ReadOnlySpan<char> text, char before) =>
        CommentAt(text, before) is > 0 and var comment ? comment : MarkAt(text);

    /// <summary>0 where none begins, or it has no end and may be something else; what never ends is not searched for again.</summary>
    private int CommentAt(ReadOnlySpan<char> text, char before)
    {
        if (CommentSyntax.OfHidden(text, before, out var opening) is not { } syntax || unclosed.Contains(syntax))
        {
            return 0;
        }
        var end = syntax.Closing(text[opening..]);
        end = end > 0 ? end : syntax.LooseClosing(text[opening..]);
        if (end > 0)
        {
            if (syntax == CommentSyntax.Replaced)
            {
                open.Add("~~}");
            }
            return opening + end;
        }
        unclosed.Add(syntax);
        return syntax.IsCertain ? text.Length : 0;
    }

    /// <summary>What opens or closes an addition or a mark, or closes what stands for something struck out.</summary>
    private int MarkAt(ReadOnlySpan<char> text)
    {
        var closing = text switch
        {
            ['{', '+', '+', ..] => "++}",
            ['{', '=', '=', ..] => "==}",
            _ => null,
        };
        if (closing is null)
        {
            return text.Length >= 3 && open.Count > 0 && open.Contains(text[..3].ToString()) ? 3 : 0;
        }
        // Once found it is ahead of all that stands before it, and searching again would take too long.
        if (!behindClosing.TryGetValue(closing, out var behind) || behind > text.Length)
        {
            var at = text.IndexOf(closing, StringComparison.Ordinal);
            behindClosing[closing] = behind = at < 0 ? -1 : text.Length - at;
        }
        if (behind < 0)
        {
            return 0;
        }
        open.Add(closing);
        return closing.Length;
    }

    /// <summary>A tag, or an element that holds code; the rest where it does not end.</summary>
    private static int LengthOfTag(ReadOnlySpan<char> html)
    {
        foreach (var name in CodeElements)
        {
            if (html[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && !IsLetter(html, name.Length + 1))
            {
                var close = html.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
                return close < 0 ? html.Length : close + 1;
            }
        }
        var end = html.IndexOf(html.StartsWith("<!--") ? "-->" : ">", StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 1;
    }

    private static bool IsLetter(ReadOnlySpan<char> html, int at) => at < html.Length && char.IsLetterOrDigit(html[at]);
}
