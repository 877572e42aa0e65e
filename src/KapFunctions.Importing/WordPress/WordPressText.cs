using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>HTML of block comments, shortcodes, and paragraphs that are blank lines.</summary>
internal static partial class WordPressText
{
    public static string ToHtml(string text, string subject, ImportReport report)
    {
        var unix = text.ReplaceLineEndings("\n");
        var isBlocks = unix.Contains("<!-- wp:", StringComparison.Ordinal);
        var plain = BlockComment().Replace(unix, "");
        plain = Caption().Replace(plain, "<figure>${picture}<figcaption>${text}</figcaption></figure>");
        plain = Embed().Replace(plain, "\n\n${address}\n\n");
        plain = Code().Replace(plain, "<pre>${text}</pre>");
        plain = Player().Replace(plain, "\n\n${address}\n\n");
        foreach (Match left in Shortcode().Matches(plain))
        {
            report.Add(subject, $"the shortcode [{left.Groups["name"].Value}] is shown as text");
        }
        return isBlocks ? plain : Paragraphs(plain);
    }

    /// <summary>Blank lines are paragraphs and line ends are breaks, except in blocks and in code.</summary>
    private static string Paragraphs(string text)
    {
        var html = new StringBuilder(text.Length);
        var end = 0;
        foreach (Match code in Preformatted().Matches(text))
        {
            AppendParagraphs(html, text[end..code.Index]);
            html.Append(code.Value);
            end = code.Index + code.Length;
        }
        AppendParagraphs(html, text[end..]);
        return html.ToString();
    }

    private static void AppendParagraphs(StringBuilder html, string text)
    {
        foreach (var chunk in BlankLine().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
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
        @"<!--\s*/?wp:.*?-->",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        Patience.Milliseconds
    )]
    private static partial Regex BlockComment();

    [GeneratedRegex(
        @"\[caption[^\]]*\]\s*(?<picture>(<a\b[^>]*>)?\s*<img[^>]*>\s*(</a>)?)(?<text>[^\[]*)\[/caption\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"\[(?<name>embed|youtube|vimeo)\b[^\]]*\]\s*(?<address>https?://[^\s\[]+)\s*\[/\k<name>\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Embed();

    [GeneratedRegex(
        @"\[(?<name>code|sourcecode)\b[^\]]*\](?<text>.*?)\[/\k<name>\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        Patience.Milliseconds
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\[(?<name>audio|video)\s[^\]]*?""(?<address>https?://[^""\]]+)""[^\]]*\](\s*\[/\k<name>\])?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Player();

    [GeneratedRegex(
        @"\[(?<name>[a-z][a-z0-9_-]{1,40})(\s+[a-z_-]+=[^\]]*)\]|\[(?<name>gallery|playlist|toc|contact-form)\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Shortcode();

    [GeneratedRegex(
        @"<(?<name>pre|script|style)\b.*?</\k<name>>",
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.Singleline
            | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex Preformatted();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex BlankLine();

    [GeneratedRegex(
        @"^(<!--|</?(p|div|h[1-6]|ul|ol|li|blockquote|figure|table|tr|td|thead|tbody|hr|iframe|video|audio|section|dl|form|address|details)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patience.Milliseconds
    )]
    private static partial Regex StartsBlock();
}
