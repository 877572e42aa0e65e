using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

/// <summary>The first row, which Markdown asks of every table, also of one that needs none.</summary>
internal static class TableHead
{
    public static TableRow? Of(Table table) =>
        table.FirstOrDefault() as TableRow is { IsHeader: true } head ? head : null;

    /// <summary>Whether nothing stands in it, in a table that has more.</summary>
    public static bool IsEmpty(Table table) =>
        table.Count > 1
        && Of(table) is { } head
        && head.OfType<TableCell>().All(cell => cell.All(block => block is ParagraphBlock { Inline.FirstChild: null }));
}
