using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace KapFunctions.Importing.Html;

/// <summary>What Markdown has no words for stays HTML, so nothing is lost; the site's own allow-list decides what readers get of it.</summary>
internal static partial class HtmlToMarkdown
{
    /// <summary>Deeper texts stay HTML; the check then says what is wrong with them.</summary>
    private const int MaxDepth = 200;

    /// <summary>More characters than a file may have bytes are not worth the work.</summary>
    private const int MaxLength = 1 << 20;

    public static string Convert(string html)
    {
        if (html.Length > MaxLength || DepthOf(html) > MaxDepth)
        {
            return html;
        }
        var document = new HtmlParser().ParseDocument("<body>" + html);
        return HtmlBlocks.Of(document.Body!).Trim('\n') + "\n";
    }

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
}
