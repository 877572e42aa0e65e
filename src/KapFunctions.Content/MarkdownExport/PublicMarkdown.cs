using AngleSharp.Html.Parser;
using KapFunctions.Content.Posts;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Markdown made of the finished HTML: what a page does not show (comments, removed elements) cannot be in it. Addresses
/// that are known only when an answer is finished stay as <see cref="OpenAddress"/>es.</summary>
internal static class PublicMarkdown
{
    private const string Beginning = "<!doctype html><body>";

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    public static string Of(string html)
    {
        using var document = Parser.ParseDocument(Numbered(html, out var length), length);
        return MarkdownWriter.Of(document.Body!, isForEditors: false);
    }

    /// <summary>The parser tries some thirty names at each named entity, and none at a number.</summary>
    private static char[] Numbered(ReadOnlySpan<char> html, out int length)
    {
        // None grows by more than a quarter.
        var document = new char[Beginning.Length + html.Length + (html.Length / 4) + 1];
        Beginning.CopyTo(document);
        length = Beginning.Length;
        while (!html.IsEmpty)
        {
            var (number, name) = html switch
            {
                ['&', 'l', 't', ';', ..] => ("&#60;", 4),
                ['&', 'g', 't', ';', ..] => ("&#62;", 4),
                ['&', 'q', 'u', 'o', 't', ';', ..] => ("&#34;", 6),
                ['&', 'a', 'm', 'p', ';', ..] => ("&#38;", 5),
                _ => ("", 0),
            };
            number.CopyTo(document.AsSpan(length));
            length += number.Length;
            html = html[name..];
            if (name == 0)
            {
                var next = html[1..].IndexOf('&') is >= 0 and var found ? found + 1 : html.Length;
                html[..next].CopyTo(document.AsSpan(length));
                length += next;
                html = html[next..];
            }
        }
        return document;
    }
}
