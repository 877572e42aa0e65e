using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace KapFunctions.Content.Elements;

/// <summary>A line without bars right below a table is a row of one cell: https://github.github.com/gfm/#example-202. To Markdig such a
/// line makes text of the whole table.</summary>
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
            }
        }
    }

    [GeneratedRegex(@"^[\s|:-]*-[\s|:-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Delimiters();
}
