using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>A head of its own makes a table Markdown; one that only lays out a page is what is in it.</summary>
internal sealed partial class CleanHtml
{
    private void WriteTable(INode to, IElement from, Marks marks)
    {
        NoteAnchor(from);
        var rows = RowsOf(from).ToArray();
        var caption = from.Children.FirstOrDefault(child => child.LocalName == "caption");
        if (!Enter() || IsLayout(rows))
        {
            if (caption is not null)
            {
                WriteAll(to, caption, marks);
            }
            foreach (var cell in rows.SelectMany(row => row.Children))
            {
                WriteAll(to, cell, marks);
            }
            return;
        }
        if (anchors.Count > 0)
        {
            Flush(to, Anchored());
        }
        var table = document.CreateElement("table");
        if (caption is not null && !string.IsNullOrWhiteSpace(caption.TextContent))
        {
            Append(table, "caption", inner => WriteLine(inner, caption, marks));
        }
        var hasHead =
            rows.Length > 1
            && (rows[0].ParentElement!.LocalName == "thead" || rows[0].Children.All(cell => cell.LocalName == "th"));
        if (hasHead)
        {
            Append(table, "thead", head => WriteRow(head, rows[0], marks, "th"));
        }
        Append(
            table,
            "tbody",
            body =>
            {
                foreach (var row in rows.Skip(hasHead ? 1 : 0))
                {
                    WriteRow(body, row, marks, null);
                }
            }
        );
        to.AppendChild(table);
        level--;
    }

    private LineBuilder Anchored()
    {
        var line = new LineBuilder();
        line.Object(AnchorElement(anchors[^1]), Marks.None);
        anchors.RemoveAt(anchors.Count - 1);
        return line;
    }

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table
            .Children.Where(part => part.LocalName is "thead" or "tbody" or "tfoot" or "tr")
            .SelectMany(part => part.LocalName == "tr" ? [part] : part.Children.Where(row => row.LocalName == "tr"))
            .Where(row => row.ChildElementCount > 0);

    private bool IsLayout(IElement[] rows) =>
        Array.TrueForAll(rows, row => row.ChildElementCount == 1 && row.Children[0].LocalName == "td")
        && Array.Exists(rows, row => rows.Length == 1 || holdsBlocks.Contains(row.Children[0]));

    private void WriteRow(IElement to, IElement from, Marks marks, string? name)
    {
        var row = (IElement)to.AppendChild(document.CreateElement("tr"));
        foreach (var cell in from.Children.Where(cell => cell.LocalName is "td" or "th"))
        {
            var copy = (IElement)row.AppendChild(document.CreateElement(name ?? cell.LocalName));
            Copy(cell, copy, "colspan", "rowspan", "scope");
            WriteAll(copy, cell, marks);
            if (copy.ChildNodes is [IElement { LocalName: "p" } only])
            {
                while (only.FirstChild is { } child)
                {
                    copy.InsertBefore(child, only);
                }
                only.Remove();
            }
        }
    }
}
