using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KapFunctions.Content.Elements;

/// <summary>Classes for alignment, where Markdig writes styles.</summary>
internal sealed class TableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                var column = Math.Min(i, table.ColumnDefinitions.Count - 1);
                if (column >= 0 && table.ColumnDefinitions[column].Alignment is { } alignment)
                {
                    row[i].GetAttributes().AddClass("align-" + alignment.ToString().ToLowerInvariant());
                }
            }
        }
        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
            column.Width = 0;
        }
        base.Write(renderer, table);
    }
}
