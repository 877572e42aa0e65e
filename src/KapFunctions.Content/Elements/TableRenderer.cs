using KapFunctions.Content.Rendering;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace KapFunctions.Content.Elements;

/// <summary>Classes for alignment, where Markdig writes styles; no head where it is empty.</summary>
internal sealed class TableRenderer : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        if (TableHead.IsEmpty(table))
        {
            // Heads of which there is nothing to read are announced all the same.
            table.RemoveAt(0);
        }
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
