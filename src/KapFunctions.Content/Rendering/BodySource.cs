using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>The Markdown of a file, with where it stands and to whom problems go.</summary>
internal sealed class BodySource(
    string file,
    string markdown,
    int firstLine,
    UsedSettings settings,
    ProblemLog problems
)
{
    /// <summary>How far behind a block's beginning something of it is searched for, in characters.</summary>
    private const int MaxSearch = 64 * 1024;

    /// <summary>Longest piece of a text that a problem repeats as a whole, in characters.</summary>
    private const int MaxWritten = 60;

    public string Markdown { get; } = markdown;

    /// <summary>The program from whose clipboard the text came with its HTML; null for none.</summary>
    public string? PastedFrom { get; } =
        markdown.Contains("class=\"Mso", StringComparison.Ordinal)
        || markdown.Contains("class=Mso", StringComparison.Ordinal)
        || markdown.Contains("mso-", StringComparison.Ordinal)
            ? "Word"
        : markdown.Contains("docs-internal-guid", StringComparison.Ordinal) ? "Google Docs"
        : markdown.Contains("wixui-", StringComparison.Ordinal)
        || markdown.Contains("class=\"font_", StringComparison.Ordinal)
            ? "Wix"
        : null;

    public UsedSettings Settings { get; } = settings;

    public ProblemLog Problems { get; } = problems;

    public LinkResolver Links { get; } = new(file);

    /// <summary>Searches for the place of <paramref name="text"/>: tracking positions while parsing costs every file what nearly none
    /// needs. A full list costs nothing.</summary>
    public void Report(ProblemKind kind, MarkdownObject near, string text, params ReadOnlySpan<string?> values)
    {
        if (Problems.Wants(kind))
        {
            Problems.Add(kind, Find(near, text), values);
        }
        else
        {
            Problems.Add(kind, Position.Start);
        }
    }

    public void ReportForeign(MarkdownObject near, string text, string url)
    {
        if (DoubtfulAddress.IsCloudPage(url))
        {
            Report(ProblemCatalog.CloudPage, near, text, url);
        }
        else
        {
            Report(ProblemCatalog.ForeignPicture, near, text, url, "they get a link to it");
        }
    }

    /// <summary>What was written from <paramref name="start"/> to the first <paramref name="end"/> in a block; null where it is
    /// not there, or longer than a message holds.</summary>
    public string? Written(Block block, string start, char end)
    {
        var from = StartOfLine(block.Line);
        var length = Math.Min(Markdown.Length - from, MaxSearch);
        var at = Markdown.IndexOf(start, from, length, StringComparison.OrdinalIgnoreCase);
        var rest = at < 0 ? [] : Markdown.AsSpan(at, Math.Min(MaxWritten, Markdown.Length - at));
        return rest.IndexOf(end) is > 0 and var close ? rest[..(close + 1)].ToString() : null;
    }

    /// <summary><paramref name="line"/> is counted from 0 in the body.</summary>
    public Position LineAt(int line) => new(firstLine + line, 1);

    /// <summary>The lines from <paramref name="line"/> on, which is counted from 0 in the body.</summary>
    public IEnumerable<string> LinesFrom(int line)
    {
        for (var start = StartOfLine(line); start < Markdown.Length; )
        {
            var end = Markdown.IndexOf('\n', start) is >= 0 and var found ? found : Markdown.Length;
            yield return Markdown[start..end];
            start = end + 1;
        }
    }

    private Position Find(MarkdownObject near, string text)
    {
        var line = BlockOf(near)?.Line ?? 0;
        var start = StartOfLine(line);
        var end = Math.Min(Markdown.Length, start + MaxSearch);
        var found =
            text.Length == 0 ? -1 : Markdown.IndexOf(text, start, end - start, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
        {
            return LineAt(line);
        }
        var between = Markdown.AsSpan(start, found - start);
        var column = found - Markdown.LastIndexOf('\n', found);
        return new(firstLine + line + between.Count('\n'), Math.Max(1, column));
    }

    private static Block? BlockOf(MarkdownObject near)
    {
        switch (near)
        {
            case Block block:
                return block;
            case Inline inline:
                while (inline.Parent is { } parent)
                {
                    inline = parent;
                }
                return (inline as ContainerInline)?.ParentBlock;
            default:
                return null;
        }
    }

    private int StartOfLine(int line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = Markdown.IndexOf('\n', start);
            if (end < 0)
            {
                return start;
            }
            start = end + 1;
        }
        return start;
    }
}
