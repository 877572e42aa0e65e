using System.Text;

namespace KapFunctions.Content.Comments;

/// <summary>Takes private comments, and what edits strike out, from text that is shown as it stands: titles, and what is written between HTML tags.</summary>
internal sealed class CommentText
{
    private static readonly string[] CodeElements = ["pre", "code", "kbd", "samp", "script", "style", "textarea"];

    private readonly HashSet<CommentSyntax> unclosed = [];

    /// <summary>A title, or other text without markup.</summary>
    public static string Without(string text) => Take(text, isHtml: false);

    /// <summary>HTML as an author wrote it. Tags, HTML's own comments and code stay.</summary>
    public static string WithoutInHtml(string html) => Take(html, isHtml: true);

    /// <summary>
    /// How long the comment is that begins at <paramref name="at"/>; 0 where none does, or it has no end and may be something
    /// else. What does not end once does not end later on either.
    /// </summary>
    public int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (
            CommentSyntax.OfHidden(rest, at > 0 ? text[at - 1] : '\0', out var opening) is not { } syntax
            || unclosed.Contains(syntax)
        )
        {
            return 0;
        }
        if (syntax.Closing(rest[opening..]) is > 0 and var end)
        {
            return opening + end;
        }
        unclosed.Add(syntax);
        return syntax.IsCertain ? rest.Length : 0;
    }

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
            var next = text.AsSpan(at).IndexOfAny("%{<");
            kept.Append(next < 0 ? text.AsSpan(at) : text.AsSpan(at, next));
            at = next < 0 ? text.Length : at + next;
            var isTag = isHtml && at < text.Length && text[at] == '<';
            var comment = isTag || at == text.Length ? 0 : comments.LengthAt(text, at);
            if (comment == 0 && at < text.Length)
            {
                var length = isTag ? LengthOfTag(text.AsSpan(at)) : 1;
                kept.Append(text.AsSpan(at, length));
                at += length;
            }
            at += comment;
        }
        if (text.Contains("~~}", StringComparison.Ordinal) && kept.Length < text.Length)
        {
            kept.Replace("~~}", "");
        }
        return isHtml || kept.Length == text.Length ? kept.ToString() : kept.ToString().Trim();
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
