using System.Buffers;
using System.Net;
using System.Text;

namespace KapFunctions.Content.Assembly;

/// <summary>What a finished body says about itself: <c>PlainText</c> has one block a line, <c>Links</c> each target once, in order.</summary>
internal sealed record HtmlFacts(
    string PlainText,
    IReadOnlyList<string> Links,
    string? FirstImage,
    string? FirstImageAlt
);

/// <summary>Reads our own output, which is well formed and writes every quote in text as an entity: one pass, no parser.</summary>
internal sealed class HtmlText
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r\f\v\u0085\u2028\u2029");

    private readonly AsideMarkup aside = new();
    private readonly StringBuilder text;
    private readonly HashSet<string> seen = [];
    private readonly List<string> links = [];
    private int markEnd;
    private string? firstImage;
    private string? firstImageAlt;

    private readonly ListMarks? marks;

    private HtmlText(int length, ListMarks? marks = null) => (text, this.marks) = (new(length), marks);

    public static HtmlFacts Read(string html)
    {
        var reader = new HtmlText(html.Length);
        reader.ReadAll(html);
        return new(reader.text.ToString().Trim(), reader.links, reader.firstImage, reader.firstImageAlt);
    }

    /// <summary>The plain text alone, each item of a list with its mark.</summary>
    public static string WithListMarks(string html)
    {
        var reader = new HtmlText(html.Length, new());
        reader.ReadAll(html);
        return reader.text.ToString().TrimEnd();
    }

    private void ReadAll(ReadOnlySpan<char> html)
    {
        while (html.Length > 0)
        {
            var tag = html.IndexOf('<');
            AppendText(tag < 0 ? html : html[..tag]);
            if (tag < 0)
            {
                return;
            }
            var end = EndOfTag(html[tag..]) + tag;
            var opening = html[(tag + 1)..end];
            html = html[Math.Min(html.Length, end + 1)..];
            ReadTag(opening);
            var beside = aside.Length(opening, html);
            ReadAddresses(html[..beside]);
            html = html[beside..];
        }
    }

    /// <summary>What leads away from a note leads away from the text, though the note is no part of it.</summary>
    private void ReadAddresses(ReadOnlySpan<char> html)
    {
        while (html.IndexOf('<') is >= 0 and var tag)
        {
            var end = EndOfTag(html[tag..]) + tag;
            ReadAddress(html[(tag + 1)..end]);
            html = html[Math.Min(html.Length, end + 1)..];
        }
    }

    /// <summary>A greater-than sign inside an attribute does not end the tag.</summary>
    private static int EndOfTag(ReadOnlySpan<char> tag)
    {
        for (var at = 0; at < tag.Length; at++)
        {
            at += tag[at..].IndexOfAny('"', '>') is >= 0 and var next ? next : tag.Length;
            if (at >= tag.Length || tag[at] == '>')
            {
                return Math.Min(at, tag.Length - 1);
            }
            at += tag[(at + 1)..].IndexOf('"') + 1;
        }
        return tag.Length - 1;
    }

    private void ReadTag(ReadOnlySpan<char> tag)
    {
        var name = Name(tag);
        switch (name)
        {
            case "a" or "img":
                ReadAddress(tag);
                break;
            case "td" or "th" or "/td" or "/th":
                AppendBlank();
                break;
            case "br" or "hr":
                BreakLine();
                break;
            default:
                BreakAround(name);
                AppendMark(name, tag);
                break;
        }
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOf(' ');
        return (end < 0 ? tag : tag[..end]).TrimEnd('/');
    }

    private void ReadAddress(ReadOnlySpan<char> tag)
    {
        switch (Name(tag))
        {
            case "a":
                AddLink(Attribute(tag, "href"));
                break;
            case "img":
                AddImage(tag);
                break;
        }
    }

    private void BreakAround(ReadOnlySpan<char> name)
    {
        var bare = name.TrimStart('/');
        if (
            bare
            is "p"
                or "div"
                or "li"
                or "ul"
                or "ol"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "blockquote"
                or "pre"
                or "figure"
                or "figcaption"
                or "table"
                or "tr"
                or "dl"
                or "dt"
                or "dd"
                or "section"
                or "article"
                or "aside"
                or "details"
                or "summary"
                or "header"
                or "footer"
        )
        {
            BreakLine();
        }
    }

    private void AddLink(string? href)
    {
        if (
            href is { Length: > 0 }
            && href[0] != '#'
            && (href.Contains(':', StringComparison.Ordinal))
            && seen.Add(href)
        )
        {
            links.Add(href);
        }
    }

    private void AddImage(ReadOnlySpan<char> tag)
    {
        if (firstImage is null)
        {
            firstImage = Attribute(tag, "src");
            firstImageAlt = Attribute(tag, "alt") is { Length: > 0 } alt ? alt : null;
        }
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        var start = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }
        var value = tag[(start + name.Length + 3)..];
        var end = value.IndexOf('"');
        return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
    }

    private void AppendText(ReadOnlySpan<char> piece)
    {
        if (piece.IsEmpty)
        {
            return;
        }
        if (piece.Contains('&'))
        {
            piece = WebUtility.HtmlDecode(piece.ToString());
        }
        while (!piece.IsEmpty)
        {
            var blank = piece.IndexOfAny(Blanks);
            text.Append(blank < 0 ? piece : piece[..blank]);
            if (blank < 0)
            {
                return;
            }
            AppendBlank();
            piece = piece[(blank + 1)..];
        }
    }

    private void AppendMark(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        if (marks?.Of(name, tag) is { } mark)
        {
            text.Append(mark);
            markEnd = text.Length;
        }
    }

    private void AppendBlank()
    {
        if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
        {
            text.Append(' ');
        }
    }

    private void BreakLine()
    {
        // The first block of an item stands behind its mark.
        if (markEnd > 0 && text.Length == markEnd)
        {
            return;
        }
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }
}
