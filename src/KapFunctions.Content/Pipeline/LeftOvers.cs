using System.Buffers;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Pipeline;

/// <summary>Marks that language models leave in a text: of sources that nobody else can open, or of places to fill in.</summary>
internal static partial class LeftOvers
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["†", "oaicite", "[cite", "turn0", "\uE200", "contentReference", "grok:"],
        StringComparison.Ordinal
    );

    public static void Report(BodySource source)
    {
        if (source.Markdown.AsSpan().IndexOfAny(Signs) < 0)
        {
            return;
        }
        var (line, start) = (0, 0);
        foreach (var mark in Mark().EnumerateMatches(source.Markdown))
        {
            var before = source.Markdown.AsSpan(start, mark.Index - start);
            line += before.Count('\n');
            start = mark.Index;
            var column = mark.Index - source.Markdown.LastIndexOf('\n', Math.Max(0, mark.Index - 1));
            source.Problems.Add(
                ProblemCatalog.ToolMark,
                source.LineAt(line) with
                {
                    Column = Math.Max(1, column),
                },
                source.Markdown.Substring(mark.Index, mark.Length)
            );
        }
    }

    [GeneratedRegex(
        @"【[^】\n]{1,60}†[^】\n]{0,60}】|:contentReference\[oaicite:\d{1,4}\](\{index=\d{1,4}\})?|\[oaicite:\d{1,4}\]|\[cite(_start|_end|: ?\d[\d, ]{0,40})\]|\uE200[^\uE201\n]{1,120}\uE201|\bcite(turn\d+[a-z]+\d+)+|</?grok:[^>\n]{1,200}>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mark();
}
