using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KapFunctions.Content.Checks;

/// <summary>Blocks that are something else than their author meant, or go on for too long.</summary>
internal static partial class BlockSlips
{
    public static void Report(Block block, BodySource source)
    {
        switch (block)
        {
            case MathBlock:
                break;
            case Table table:
                if (TableHead.IsEmpty(table))
                {
                    source.Problems.Add(ProblemCatalog.TableHeadEmpty, source.LineAt(table.Line));
                }
                TableSlips.Report(table, source);
                break;
            case FencedCodeBlock { ClosingFencedCharCount: 0 } fence:
                source.Problems.Add(
                    ProblemCatalog.FenceUnclosed,
                    source.LineAt(fence.Line),
                    new string(fence.FencedChar, fence.OpeningFencedCharCount)
                );
                break;
            case FencedCodeBlock:
                break;
            case CodeBlock code when IsProse(code):
                source.Problems.Add(ProblemCatalog.CodeIndented, source.LineAt(code.Line));
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment } html when !html.Lines.ToString().Contains("-->"):
                source.Problems.Add(ProblemCatalog.CommentUnclosed, source.LineAt(html.Line), "-->");
                break;
            case HeadingBlock { IsSetext: true, Level: 2 } heading:
                ReportUnderlined(heading, source);
                break;
        }
    }

    /// <summary>Three hyphens right below a text make a heading of it; who means one underlines all of it.</summary>
    private static void ReportUnderlined(HeadingBlock heading, BodySource source)
    {
        var text = InlineText.Of(heading.Inline).Trim();
        var underline = source.LinesFrom(heading.Line).FirstOrDefault(line => Underline().IsMatch(line))?.Trim();
        if (underline is "---" or "--" or "-")
        {
            source.Problems.Add(ProblemCatalog.HeadingUnderlined, source.LineAt(FirstLine.Of(heading)), text);
        }
    }

    /// <summary>Sentences below a paragraph, indented as people do who know typewriters.</summary>
    private static bool IsProse(CodeBlock code)
    {
        var siblings = code.Parent;
        var before = siblings?.IndexOf(code) is > 0 and var index ? siblings[index - 1] : null;
        var first = code.Lines.Count > 0 ? code.Lines.Lines[0].Slice.ToString().Trim() : "";
        return before is ParagraphBlock or HeadingBlock && Sentence().IsMatch(first);
    }

    [GeneratedRegex(@"^ {0,3}-+[ \t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    /// <summary>A capital letter, at least four words, and no sign that programs are made of.</summary>
    [GeneratedRegex(
        @"^[""'“„«‘]?\p{Lu}[\p{L}'’-]*,?( [\p{L}\p{N}'’“”„""(),:-]+){2,}[^{}=<>\[\]\\|`$_/*;]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Sentence();
}
