using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

/// <summary>A line without bars right below a table is a row of one cell (https://github.github.com/gfm/#example-202), and one with bars
/// above its head is text. To Markdig such lines make text of the whole table.</summary>
internal sealed partial class TableTailExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs)
        {
            paragraphs.Closed += (_, block) => Mend(block);
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private static void Mend(Block block)
    {
        // An underlined one has become a heading.
        if (block is not ParagraphBlock paragraph)
        {
            return;
        }
        var lines = paragraph.Lines.Lines;
        var isBelow = false;
        for (var i = 1; i < paragraph.Lines.Count; i++)
        {
            var line = lines[i].Slice.AsSpan();
            if (isBelow)
            {
                if (!line.Contains('|'))
                {
                    lines[i].Slice = new StringSlice($"| {line.Trim()} |", lines[i].NewLine);
                }
            }
            else if (line.TrimStart() is ['|' or '-' or ':', ..] && lines[i - 1].Slice.AsSpan().Contains('|'))
            {
                isBelow = line.Contains('|') && Delimiters().IsMatch(line);
                EscapeAbove(lines.AsSpan(0, isBelow ? i - 1 : 0));
            }
        }
    }

    /// <summary>What stands above a table's head is text, though it has bars; Markdig begins the table there.</summary>
    private static void EscapeAbove(Span<StringLine> lines)
    {
        foreach (ref var line in lines)
        {
            if (line.Slice.AsSpan() is var text && text.Contains('|') && !text.ContainsAny('`', '\\'))
            {
                var escaped = line.Slice.ToString().Replace("|", "\\|", StringComparison.Ordinal);
                line.Slice = new StringSlice(escaped, line.NewLine);
            }
        }
    }

    [GeneratedRegex(@"^[\s|:-]*-[\s|:-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Delimiters();
}
