using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.Checks;

/// <summary>Lines that were to be a list, and run on as one paragraph.</summary>
internal static partial class ListSlips
{
    /// <summary>The first of two such lines has another below it, and so no number or word that only looks like a mark.</summary>
    public static void Report(ParagraphBlock block, string text, BodySource source)
    {
        var lines = text.Split('\n');
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (
                Mark().Match(lines[i]) is { Success: true, Groups: var first }
                && Mark().Match(lines[i + 1]) is { Success: true, Groups: var second }
                && Kind(first) == Kind(second)
            )
            {
                var mark = char.IsAsciiDigit(first["mark"].Value[0]) ? first["mark"].Value : "-";
                source.Problems.Add(
                    ProblemCatalog.ListUnread,
                    source.LineAt(FirstLine.Of(block) + i),
                    lines[i].Trim(),
                    $"{mark} {first["text"].Value.TrimEnd()}"
                );
                return;
            }
        }
    }

    private static char Kind(GroupCollection line) =>
        line["mark"].Value is var mark && char.IsAsciiDigit(mark[0]) ? mark[^1] : mark[0];

    [GeneratedRegex(
        @"^[ ]{0,3}((?<mark>[-*]|[0-9]{1,2}[.)])(?<text>\p{L}.*)|(?<mark>[•·▪◦‣●○–—])[ \t\u00A0]*(?<text>[\p{L}\p{N}""'“„«].*))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mark();
}
