using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>In a table a bar is written <c>\|</c> even in code and in formulas, where a backslash stands for itself otherwise.
/// https://github.github.com/gfm/#example-200</summary>
internal static class CellText
{
    private const string Escaped = @"\|";

    public static ReadOnlySpan<char> Of(Inline inline, ReadOnlySpan<char> written) =>
        written.IndexOf(Escaped, StringComparison.Ordinal) >= 0 && IsInCell(inline)
            ? written.ToString().Replace(Escaped, "|", StringComparison.Ordinal)
            : written;

    private static bool IsInCell(Inline inline)
    {
        while (inline.Parent is { } parent)
        {
            inline = parent;
        }
        Block? block = (inline as ContainerInline)?.ParentBlock;
        while (block is not null and not TableCell)
        {
            block = block.Parent;
        }
        return block is not null;
    }
}
