using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Pipeline;

/// <summary>Refuses Markdown on which the parser, which nothing can stop, would take seconds. Each rule stands for work that
/// Markdig does for every pair of things in a paragraph or table; the limits are far above what people write.</summary>
internal sealed class ShapeGuard
{
    private const int MaxLines = 50_000;
    private const int MaxDefinitions = 5_000;
    private const int MaxBrackets = 60_000;

    /// <summary>Blanks before an item of a list: each level takes two to four.</summary>
    private const int MaxIndentation = 4 * PostPipeline.MaxDepth;

    /// <summary>Steps of work, about a nanosecond or two each.</summary>
    private const long MaxWork = 200_000_000;

    /// <summary>Cells of all tables together, those that short rows are filled up with included.</summary>
    private const long MaxCells = 200_000;

    private long work;
    private long cells;
    private int definitions;
    private int brackets;

    // Of the paragraph, as far as it has been read.
    private int length;
    private int links;
    private int rows;
    private int widest;

    /// <exception cref="TooComplexException"/>
    public static void Check(string markdown) => new ShapeGuard().CheckAll(markdown);

    private void CheckAll(ReadOnlySpan<char> markdown)
    {
        var number = 0;
        foreach (var line in markdown.EnumerateLines())
        {
            CheckLine(line, number++);
        }
        EndParagraph(number);
    }

    private void CheckLine(ReadOnlySpan<char> line, int number)
    {
        Refuse(number >= MaxLines, number, $"it has more than {MaxLines} lines");
        var text = line.TrimStart(' ');
        Refuse(
            line.Length - text.Length > MaxIndentation && StartsBlock(text),
            number,
            "elements are nested too deeply"
        );
        if (text.IsWhiteSpace() || (line.Length - text.Length < 4 && StartsBlock(text)))
        {
            EndParagraph(number);
        }
        length += line.Length + 1;
        links += CountLinks(text);
        work += UnbrokenLinks(text);
        CountCells(text);
        brackets += text.Count('[');
        definitions += IsDefinition(text) ? 1 : 0;
        Refuse(brackets > MaxBrackets, number, $"it has more than {MaxBrackets} brackets");
        Refuse(definitions > MaxDefinitions, number, "it defines too many links and footnotes");
        Refuse(work > MaxWork, number, "it has too many links without a blank between them");
    }

    /// <summary>A bullet or heading ends a paragraph wherever it stands.</summary>
    private static bool StartsBlock(ReadOnlySpan<char> text) =>
        text is ['-' or '*' or '+', ' ', not ' ', ..] || text.StartsWith("# ") || text.StartsWith("## ");

    /// <summary>Bare addresses make Markdig look back at the whole paragraph, unclosed markup ahead to its end.</summary>
    private static int CountLinks(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(':', '<', 'w'); at >= 0; at = text.IndexOfAny(':', '<', 'w'))
        {
            var rest = text[at..];
            count += rest is ['<', '?' or '!', ..] || IsAddress(text, at) || rest.StartsWith("www.") ? 1 : 0;
            text = rest[1..];
        }
        return count;
    }

    private static bool IsAddress(ReadOnlySpan<char> text, int colon)
    {
        var before = text[..colon];
        return text[colon] == ':'
            && (
                before.EndsWith("http")
                || before.EndsWith("https")
                || before.EndsWith("ftp")
                || before.EndsWith("mailto")
                || before.EndsWith("tel")
            );
    }

    /// <summary>The end of a link's address is looked for up to the next blank, for each link anew.</summary>
    private static long UnbrokenLinks(ReadOnlySpan<char> text)
    {
        var steps = 0L;
        while (text.IndexOf("](", StringComparison.Ordinal) is >= 0 and var at)
        {
            text = text[at..];
            var blank = text.IndexOf(' ');
            var run = blank < 0 ? text : text[..blank];
            steps += 4L * run.Count("](") * run.Length;
            text = text[run.Length..];
        }
        return steps;
    }

    private void CountCells(ReadOnlySpan<char> text)
    {
        var bars = text.Count('|');
        rows += bars > 0 ? 1 : 0;
        widest = Math.Max(widest, bars);
    }

    private static bool IsDefinition(ReadOnlySpan<char> text) =>
        text is ['[', ..] && text[..Math.Min(text.Length, 1000)].IndexOf("]:", StringComparison.Ordinal) > 0;

    private void EndParagraph(int number)
    {
        work += (long)links * length;
        cells += (long)rows * widest;
        Refuse(work > MaxWork, number - 1, "it has too many links or unclosed tags in one paragraph");
        Refuse(cells > MaxCells, number - 1, "its table has too many cells");
        (length, links, rows, widest) = (0, 0, 0, 0);
    }

    private static void Refuse(bool isTooMuch, int line, string reason)
    {
        if (isTooMuch)
        {
            throw new TooComplexException(reason, line);
        }
    }
}
