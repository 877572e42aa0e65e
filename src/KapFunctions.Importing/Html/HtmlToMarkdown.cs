using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KapFunctions.Content.MarkdownExport;

namespace KapFunctions.Importing.Html;

/// <summary>Whatever HTML, as Markdown that our renderer turns into the same text, links, pictures, marks and lines. What Markdown
/// has no words for stays HTML that the site allows.</summary>
internal static partial class HtmlToMarkdown
{
    /// <summary>Deeper elements only wrap others: page builders nest them by the dozen, and an attack by the thousand.</summary>
    private const int MaxDepth = 150;

    /// <summary>In characters: HTML may say a thing at greater length than a source may.</summary>
    private const int MaxLength = 4 << 20;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <param name="html">A document or a part of one.</param>
    /// <param name="lose">Is told of what cannot be kept, and gives what is to stand in its place.</param>
    public static string Convert(string html, Func<string, string>? lose = null)
    {
        if (html.Length > MaxLength)
        {
            // It is too large for a post in whatever form, which the renderer says.
            return html;
        }
        using var document = Parser.ParseDocument("<!doctype html><body>" + Shallow(html));
        ForgetLanguagesOfWord(document.Body!);
        var clean = CleanHtml.Of(document.Body!, lose ?? (_ => ""));
        var markdown = MarkdownWriter.Of(clean, isForEditors: true);
        var text = new StringBuilder(markdown.Length);
        OpenAddress.Fill(markdown, address => address, text);
        return text.ToString().Trim('\n') + "\n";
    }

    /// <summary>Word says of each run of letters in which language it checks the spelling, which is seldom the one that it is in.</summary>
    private static void ForgetLanguagesOfWord(IElement body)
    {
        if (body.QuerySelector("[class^=Mso], [style*=mso-]") is not null)
        {
            foreach (var run in body.QuerySelectorAll("span[lang]"))
            {
                run.RemoveAttribute("lang");
            }
        }
    }

    private static string Shallow(string html) =>
        DepthOf(html) <= MaxDepth ? html
        : Wrapper().Replace(html, "\n") is var thin && DepthOf(thin) <= MaxDepth ? thin
        : AllButText().Replace(html, " ");

    /// <summary>An upper bound: closing tags may belong to nothing.</summary>
    private static int DepthOf(string html)
    {
        var (depth, most) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            depth = html[tag.Index + 1] == '/' ? Math.Max(0, depth - 1) : depth + 1;
            most = Math.Max(most, depth);
        }
        return most;
    }

    /// <summary>Paragraphs and list items may be left open without nesting.</summary>
    [GeneratedRegex(
        "</?(?!(?:p|li|br|hr|img|input|source|wbr|col|area|embed|meta|link|td|tr|th|dt|dd|option)\\b)[a-z]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"</?(div|span|section|article|font|center|main|header|footer|b|i|em|strong|u|small|big|ul|ol|blockquote)\b[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Wrapper();

    [GeneratedRegex(
        @"<(?!/?(p|br|h[1-6]|li|hr|img)\b)[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AllButText();
}
