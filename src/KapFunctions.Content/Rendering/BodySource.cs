using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Rendering;

/// <summary>The Markdown of a file, with what is needed to speak about it: where it stands, and to whom problems go.</summary>
internal sealed class BodySource(string file, string markdown, int firstLine, ProblemLog problems)
{
    public string Markdown { get; } = markdown;

    public ProblemLog Problems { get; } = problems;

    public LinkResolver Links { get; } = new(file);

    /// <summary>
    /// Where <paramref name="text"/> stands, searched from the block that holds it: inline positions are not tracked while
    /// parsing, since nearly no file needs one.
    /// </summary>
    public Position Find(MarkdownObject near, string text)
    {
        var block = BlockOf(near);
        var line = block?.Line ?? 0;
        var start = StartOfLine(line);
        var found = text.Length == 0 ? -1 : Markdown.IndexOf(text, start, StringComparison.Ordinal);
        if (found < 0)
        {
            return new(firstLine + line, 1);
        }
        var between = Markdown.AsSpan(start, found - start);
        var column = found - Markdown.LastIndexOf('\n', found);
        return new(firstLine + line + between.Count('\n'), Math.Max(1, column));
    }

    /// <summary>Where the first <paramref name="text"/> stands at all.</summary>
    public Position Find(string text)
    {
        var found = Math.Max(0, Markdown.IndexOf(text, StringComparison.Ordinal));
        var before = Markdown.AsSpan(0, found);
        return new(firstLine + before.Count('\n'), found - before.LastIndexOf('\n'));
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
