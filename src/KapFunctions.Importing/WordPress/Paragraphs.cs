using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>Paragraphs and breaks where WordPress's <c>wpautop</c> makes them: blank lines end a paragraph, line ends are breaks, and
/// neither stands in a tag, in code or around a block. https://developer.wordpress.org/reference/functions/wpautop/</summary>
internal static partial class Paragraphs
{
    private const string Blocks =
        "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|iframe|video|audio)";

    public static string Of(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var end = 0;
        foreach (Match code in Preformatted().Matches(text))
        {
            Append(html, text[end..code.Index]);
            html.Append(code.Value);
            end = code.Index + code.Length;
        }
        Append(html, text[end..]);
        return html.ToString();
    }

    private static void Append(StringBuilder html, string text)
    {
        var oneLine = BrokenTag().Replace(text, tag => tag.Value.Replace('\n', ' '));
        var apart = Block().Replace(Breaks().Replace(oneLine, "\n\n"), "\n\n$0\n\n");
        foreach (var chunk in BlankLine().Split(apart).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (StartsBlock().IsMatch(chunk))
            {
                html.Append(chunk).Append('\n');
            }
            else
            {
                html.Append("<p>").Append(chunk.Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
            }
        }
    }

    [GeneratedRegex(
        @"<(?<name>pre|script|style|textarea)\b.*?</\k<name>>",
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.Singleline
            | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Preformatted();

    [GeneratedRegex(@"<[a-zA-Z/][^<>]*\n[^<>]*>", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex BrokenTag();

    [GeneratedRegex(
        @"<br\s*/?>\s*<br\s*/?>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Breaks();

    [GeneratedRegex(
        "</?" + Blocks + @"\b[^<>]*>|<!--(more.*?|nextpage)-->",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Block();

    [GeneratedRegex(
        @"\A(</?" + Blocks + @"\b|<!--)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex StartsBlock();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex BlankLine();
}
