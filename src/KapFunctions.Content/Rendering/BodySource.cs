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

    public string Markdown { get; } = markdown;

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

    public void ReportForeign(MarkdownObject near, string text, string url) =>
        Report(ProblemCatalog.ForeignPicture, near, text, url, "they get a link to it");

    /// <summary><paramref name="line"/> is counted from 0 in the body.</summary>
    public Position LineAt(int line) => new(firstLine + line, 1);

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
