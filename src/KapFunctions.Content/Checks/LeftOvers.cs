using System.Buffers;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;

namespace KapFunctions.Content.Checks;

/// <summary>Marks that language models leave in a text: of sources that nobody else can open, or of places to fill in.</summary>
internal static partial class LeftOvers
{
    /// <summary>Marks all hold one of these or a word after a sign that is rare in itself.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("†\uE200");

    public static void Report(BodySource source)
    {
        if (!MayHold(source.Markdown))
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

    private static bool MayHold(ReadOnlySpan<char> text) =>
        text.ContainsAny(Signs)
        || text.Contains("oaicite", StringComparison.Ordinal)
        || text.Contains("[cite", StringComparison.Ordinal)
        || text.Contains("citeturn", StringComparison.Ordinal)
        || text.Contains("grok:", StringComparison.Ordinal);

    [GeneratedRegex(
        @"【[^】\n]{1,60}†[^】\n]{0,60}】|:contentReference\[oaicite:\d{1,4}\](\{index=\d{1,4}\})?|\[oaicite:\d{1,4}\]|\[cite(_start|_end|: ?\d[\d, ]{0,40})\]|\uE200[^\uE201\n]{1,120}\uE201|\bcite(turn\d+[a-z]+\d+)+|</?grok:[^>\n]{1,200}>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mark();
}
