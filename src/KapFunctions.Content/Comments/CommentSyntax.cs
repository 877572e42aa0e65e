using System.Text.RegularExpressions;

namespace KapFunctions.Content.Comments;

internal abstract partial class CommentSyntax
{
    /// <summary>HTML's own, which Markdig reads wherever it ends in its block.</summary>
    public static readonly CommentSyntax Html = new Fixed("<!--", "-->");

    /// <summary>What CriticMarkup strikes out (https://criticmarkup.com): no comment, and nothing for readers either.</summary>
    public static readonly CommentSyntax Removal = new Fixed("{--", "--}") { IsCertain = false };

    /// <summary>What it replaces, up to what stands there instead.</summary>
    public static readonly CommentSyntax Replaced = new Fixed("{~~", "~>") { IsCertain = false };

    private static readonly CommentSyntax[] All =
    [
        new Percent { IsCertain = false },
        new PercentBehindWord { IsCertain = false },
        new Liquid(),
        new Kramdown(),
        new Fixed("{>>", "<<}"),
        new Fixed("{/*", "*/}"),
        new Fixed("{{/*", "*/}}"),
        new Fixed("{# ", "#}") { IsCertain = false },
        new Fixed("{{!--", "--}}"),
        new Fixed("{{!", "}}") { IsCertain = false },
    ];

    private static readonly CommentSyntax[] Angled =
    [
        Html,
        new DashedHtml { IsCertain = false },
        new Fixed("<%--", "--%>"),
        new Fixed("<%#", "%>") { IsCertain = false },
    ];

    /// <summary>True where the opening means nothing else, so that one without an end hides what stands behind it.</summary>
    public bool IsCertain { get; private init; } = true;

    /// <summary>The comment that begins <paramref name="text"/>, and how long its opening is; null where none does.</summary>
    public static CommentSyntax? Of(ReadOnlySpan<char> text, char before, out int length) =>
        Of(All, text, before, out length);

    public static CommentSyntax? OfAny(ReadOnlySpan<char> text, char before, out int length) =>
        Of(text is ['<', ..] ? Angled : All, text, before, out length);

    private static CommentSyntax? Of(CommentSyntax[] all, ReadOnlySpan<char> text, char before, out int length)
    {
        foreach (var syntax in all)
        {
            if ((length = syntax.Opening(text, before)) > 0)
            {
                return syntax;
            }
        }
        length = 0;
        return null;
    }

    public static CommentSyntax? OfHidden(ReadOnlySpan<char> text, char before, out int length) =>
        (length = Removal.Opening(text, before)) > 0 ? Removal
        : (length = Replaced.Opening(text, before)) > 0 ? Replaced
        : OfAny(text, before, out length);

    /// <summary>The end of the comment in <paramref name="text"/>, behind its closing; 0 where it has none.</summary>
    public abstract int Closing(ReadOnlySpan<char> text);

    /// <summary>The same where <see cref="Closing"/> finds nothing in the block: what may be meant to end it there.</summary>
    public virtual int LooseClosing(ReadOnlySpan<char> text) => 0;

    /// <summary>The length of the opening that begins <paramref name="text"/>; 0 where none does.</summary>
    public abstract int Opening(ReadOnlySpan<char> text, char before);

    private static int EndOf(Regex.ValueMatchEnumerator matches) =>
        matches.MoveNext() ? matches.Current.Index + matches.Current.Length : 0;

    private sealed partial class Liquid : CommentSyntax
    {
        public override int Opening(ReadOnlySpan<char> text, char before) =>
            text is ['{', '%', ..] ? EndOf(Opens().EnumerateMatches(text)) : 0;

        public override int Closing(ReadOnlySpan<char> text) => EndOf(Closes().EnumerateMatches(text));

        [GeneratedRegex(@"\A\{%-?[ \t]{0,9}comment[ \t]{0,9}-?%\}", RegexOptions.CultureInvariant)]
        private static partial Regex Opens();

        [GeneratedRegex(@"\{%-?[ \t]{0,9}endcomment[ \t]{0,9}-?%\}", RegexOptions.CultureInvariant)]
        private static partial Regex Closes();
    }

    private sealed partial class Kramdown : CommentSyntax
    {
        public override int Opening(ReadOnlySpan<char> text, char before) =>
            text.StartsWith("{::comment}") ? "{::comment}".Length : 0;

        public override int Closing(ReadOnlySpan<char> text) => EndOf(Closes().EnumerateMatches(text));

        [GeneratedRegex(@"\{:/(comment)?\}", RegexOptions.CultureInvariant)]
        private static partial Regex Closes();
    }

    /// <summary>HTML's, in which an editor made dashes of the hyphens, or one hyphen is missing.</summary>
    private sealed partial class DashedHtml : CommentSyntax
    {
        public override int Opening(ReadOnlySpan<char> text, char before) => EndOf(Opens().EnumerateMatches(text));

        public override int Closing(ReadOnlySpan<char> text) => EndOf(Closes().EnumerateMatches(text));

        [GeneratedRegex(@"\A<!(-(?!-)|[–—])[-–—]?", RegexOptions.CultureInvariant)]
        private static partial Regex Opens();

        [GeneratedRegex("[-–—]{1,2}>|[-–—]?→", RegexOptions.CultureInvariant)]
        private static partial Regex Closes();
    }

    /// <summary>Comments of CriticMarkup, MDX, Hugo, Jinja, Handlebars, ERB, JSP and HTML, which begin and end with a fixed text.</summary>
    private sealed class Fixed(string opening, string closing) : CommentSyntax
    {
        public override int Opening(ReadOnlySpan<char> text, char before) =>
            before != '{' && text.StartsWith(opening) ? opening.Length : 0;

        public override int Closing(ReadOnlySpan<char> text) =>
            text.IndexOf(closing) is >= 0 and var at ? at + closing.Length : 0;
    }
}
