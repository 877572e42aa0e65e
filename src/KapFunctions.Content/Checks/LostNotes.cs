using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace KapFunctions.Content.Checks;

/// <summary>Notes that no reader sees: nothing in the text has their mark, or another note above has it.</summary>
internal static partial class LostNotes
{
    public static void Report(MarkdownDocument document, BodySource source)
    {
        if (!source.Markdown.Contains("]:", StringComparison.Ordinal))
        {
            return;
        }
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (line, counted, isCode) = (0, 0, false);
        foreach (Match note in Note().Matches(source.Markdown))
        {
            line += source.Markdown.AsSpan(counted, note.Index - counted).Count('\n');
            counted = note.Index;
            var mark = note.Groups["mark"].Value;
            isCode ^= note.Groups["fence"].Success;
            if (
                isCode
                || !document.TryGetLinkReferenceDefinition(mark, out var definition)
                || definition is not FootnoteLinkReferenceDefinition { Footnote.Order: var order }
            )
            {
                continue;
            }
            var isFirst = met.Add(mark);
            if (order < 0 || !isFirst)
            {
                source.Problems.Add(
                    ProblemCatalog.FootnoteLost,
                    source.LineAt(line),
                    $"[{mark}]",
                    isFirst ? "its mark stands nowhere in the text" : "another note has the same mark",
                    isFirst
                        ? $"Write [{mark}] where it belongs in the text"
                        : "Give it, and its place in the text, a mark of its own"
                );
            }
        }
    }

    [GeneratedRegex(
        @"^ {0,3}((?<fence>```|~~~)|\[(?<mark>\^[^\[\]\n]{1,100})\]:)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Note();
}
