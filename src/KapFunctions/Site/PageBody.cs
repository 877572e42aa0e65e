using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Site;

/// <summary>A stretch of a text, and what the theme puts behind it: <c>latest</c>, <c>featured</c>, <c>contact</c>, or nothing.</summary>
internal readonly record struct BodyPart(string Html, string? Insert);

/// <summary>
/// A body as pages show it: wide tables lie in a box that scrolls, and keys reach it; boxes of tasks say what they mean; parts
/// that the site fills end where it does so. Bodies are well-formed and sanitised: in their text there is no <c>&lt;</c>.
/// </summary>
internal sealed partial class PageBody(IReadOnlyDictionary<string, string> words)
{
    /// <summary>The parts that the site fills, by the class of the <c>div</c> that an author writes.</summary>
    private static readonly string[] Filled = ["latest", "featured", "contact"];

    /// <summary>Each stands for a list of posts.</summary>
    private const int MaxFilled = 6;

    private readonly StringBuilder html = new();
    private readonly List<BodyPart> parts = [];

    // What the site fills in at the end of each open div; null for an author's own.
    private readonly Stack<string?> divs = new();
    private int filled;
    private int tables;
    private bool hasText;

    /// <summary>In order; the last is filled with nothing.</summary>
    public static IReadOnlyList<BodyPart> Of(string body, IReadOnlyDictionary<string, string> words)
    {
        var page = new PageBody(words);
        page.Read(body);
        page.End(null);
        return page.parts;
    }

    private void Read(ReadOnlySpan<char> body)
    {
        while (body.IndexOf('<') is >= 0 and var start)
        {
            var length = TagLength(body[start..]);
            hasText |= !body[..start].IsWhiteSpace();
            html.Append(body[..start]);
            ReadTag(body.Slice(start, length));
            body = body[(start + length)..];
        }
        html.Append(body);
    }

    /// <summary>A value of an attribute may hold what looks like the end of a tag.</summary>
    private static int TagLength(ReadOnlySpan<char> tag)
    {
        var isQuoted = false;
        for (var i = 1; i < tag.Length; i++)
        {
            isQuoted ^= tag[i] == '"';
            if (tag[i] == '>' && !isQuoted)
            {
                return i + 1;
            }
        }
        return tag.Length;
    }

    private void ReadTag(ReadOnlySpan<char> tag)
    {
        var isEnd = tag.StartsWith("</");
        var name = tag[(isEnd ? 2 : 1)..];
        var end = name.IndexOfAny(" \n\t/>");
        switch (end < 0 ? name : name[..end])
        {
            case "table" when !isEnd && tables++ == 0:
                html.Append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
                html.Append(Word("table")).Append("\">").Append(tag);
                break;
            case "table" when isEnd && --tables == 0:
                html.Append(tag).Append("</div>");
                break;
            case "input" when !tag.Contains(" aria-label", StringComparison.Ordinal):
                var word = tag.Contains(" checked", StringComparison.Ordinal) ? "task_done" : "task_open";
                html.Append("<input aria-label=\"").Append(Word(word)).Append('"').Append(tag["<input".Length..]);
                break;
            case "img" when parts.Count == 0 && !hasText && tag.EndsWith(">"):
                // Nothing is above it: readers see it at once.
                html.Append(tag[..^1].TrimEnd('/')).Append(" fetchpriority=\"high\">");
                html.Replace(" loading=\"lazy\"", "");
                break;
            case "div" when !isEnd:
                divs.Push(filled < MaxFilled ? FilledBy(tag) : null);
                filled += divs.Peek() is null ? 0 : 1;
                html.Append(tag);
                break;
            case "div" when divs.TryPop(out var insert) && insert is not null:
                End(insert);
                html.Append(tag);
                break;
            default:
                html.Append(tag);
                break;
        }
    }

    private void End(string? insert)
    {
        parts.Add(new(html.ToString(), insert));
        html.Clear();
    }

    private static string? FilledBy(ReadOnlySpan<char> tag)
    {
        foreach (var value in Class().EnumerateMatches(tag))
        {
            var classes = tag.Slice(value.Index, value.Length).ToString().Split('"')[1].Split(' ');
            return Array.Find(Filled, classes.Contains);
        }
        return null;
    }

    private string Word(string name) => WebUtility.HtmlEncode(words[name]);

    [GeneratedRegex(" class=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Class();
}
