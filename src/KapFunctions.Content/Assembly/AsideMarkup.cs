using KapFunctions.Content.Text;

namespace KapFunctions.Content.Assembly;

/// <summary>What the renderer sets beside an author's words: marks of notes, the notes at the end with their ways back, and the
/// label of an alert that has no title of its own. It is no part of a summary, of what is counted or of what is
/// searched.</summary>
internal sealed class AsideMarkup
{
    private const string Alert = "class=\"markdown-alert markdown-alert-";
    private const string Title = "p class=\"markdown-alert-title\"";

    private string kind = "";

    /// <summary>
    /// How much of <paramref name="rest"/>, what follows the opening <paramref name="tag"/> in a body, belongs to it; 0 for a
    /// tag of the author's text.
    /// </summary>
    public int Length(ReadOnlySpan<char> tag, ReadOnlySpan<char> rest)
    {
        if (tag.StartsWith("sup id=\"fnref-"))
        {
            return Behind(rest, "</sup>");
        }
        if (tag.StartsWith("section class=\"footnotes\""))
        {
            return Section(rest);
        }
        if (tag.IndexOf(Alert, StringComparison.Ordinal) is > 0 and var at)
        {
            var name = tag[(at + Alert.Length)..];
            kind = name[..Math.Max(0, name.IndexOfAny('"', ' '))].ToString();
        }
        return tag.SequenceEqual(Title) && kind.Length > 0 && Phrases.IsOfAlert(kind, Label(rest))
            ? Behind(rest, "</p>")
            : 0;
    }

    private static string Label(ReadOnlySpan<char> rest) => rest[..Math.Max(0, rest.IndexOf('<'))].ToString();

    /// <summary>An author's HTML in a note may hold sections, too.</summary>
    private static int Section(ReadOnlySpan<char> rest)
    {
        const string Opening = "<section";
        const string Closing = "</section>";
        var (read, depth) = (0, 1);
        while (depth > 0)
        {
            var end = rest[read..].IndexOf(Closing, StringComparison.Ordinal);
            if (end < 0)
            {
                return rest.Length;
            }
            depth += rest.Slice(read, end).Count(Opening) - 1;
            read += end + Closing.Length;
        }
        return read;
    }

    private static int Behind(ReadOnlySpan<char> rest, string closing) =>
        rest.IndexOf(closing, StringComparison.Ordinal) is >= 0 and var at ? at + closing.Length : rest.Length;
}
