using System.Buffers;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Sources;

/// <summary>Blanks that look like one and are none for Markdown, behind the marker of a heading or an item, and signs that nobody
/// sees before it: phones, word processors, web pages and East Asian keyboards set them there. The length of the text stays.</summary>
internal static partial class MarkerBlanks
{
    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        "\u00A0\u202F\u3000\u200B\u2060\uFEFF\u200E\u200F"
    );

    /// <summary>The Markdown with usual blanks in their place, outside of code.</summary>
    public static string Mend(string markdown, int firstLine, ProblemLog problems)
    {
        if (markdown.AsSpan().IndexOfAny(Unusual) < 0)
        {
            return markdown;
        }
        var lines = markdown.Split('\n');
        var fence = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].TrimStart();
            if (fence.Length > 0)
            {
                fence = text.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            }
            else if (
                text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal)
            )
            {
                fence = text[..3];
            }
            else if (Unseen().Match(lines[i]) is { Success: true, Groups: var unseen })
            {
                lines[i] = new string(' ', unseen["signs"].Length) + unseen["rest"].Value;
                i--;
            }
            else if (Marker().Match(lines[i]) is { Success: true } marker)
            {
                var blank = marker.Groups["blank"];
                lines[i] = string.Concat(lines[i].AsSpan(0, blank.Index), " ", lines[i].AsSpan(blank.Index + 1));
                Report(marker.Groups["marker"].Value, blank.Value[0], new(firstLine + i, blank.Index + 1), problems);
            }
        }
        return string.Join('\n', lines);
    }

    private static void Report(string marker, char blank, Position at, ProblemLog problems) =>
        problems.AddOnce(
            ProblemCatalog.UnusualBlank,
            at,
            marker,
            blank == '\u3000' ? "an ideographic space" : "a no-break space",
            marker[0] == '#' ? "a heading" : "an item of a list"
        );

    /// <summary>Up to three blanks stand before a marker without changing what it means.</summary>
    [GeneratedRegex(
        @"\A(?<signs>[\u200B\u2060\uFEFF\u200E\u200F]{1,3})(?<rest>(?<marker>#{1,6}|[-*+]|[0-9]{1,9}[.)]|>|\||```|~~~)([ \u00A0\u202F\u3000]|(?<=[>|`~])).*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unseen();

    [GeneratedRegex(
        @"\A(>[ ]?)*[ ]{0,8}(?<marker>#{1,6}|[-*+]|[0-9]{1,9}[.)])(?<blank>[\u00A0\u202F\u3000])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Marker();
}
