using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Headings, and blocks that hold others.</summary>
internal sealed partial class CleanHtml
{
    private void WriteContainer(INode to, IElement element, Marks marks)
    {
        NoteAnchor(element);
        var container = document.CreateElement(element.LocalName);
        if (element.LocalName == "details" && element.HasAttribute("open"))
        {
            container.SetAttribute("open", "");
        }
        // Parts of a list of definitions may stand in a div.
        var place = element.LocalName == "dl" ? to : container;
        var line = new LineBuilder();
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement { LocalName: "summary" or "dt" or "dd" } part)
            {
                Flush(place, line);
                var copy = document.CreateElement(part.LocalName);
                if (holdsBlocks.Contains(part) && part.LocalName == "dd")
                {
                    WriteAll(copy, part, marks);
                }
                else
                {
                    WriteLine(copy, part, marks);
                }
                container.AppendChild(copy);
            }
            else if (child is IElement block && BlockNames.Contains(block.LocalName))
            {
                Flush(place, line);
                WriteBlock(place, block, marks);
            }
            else if (child is IElement around && holdsBlocks.Contains(around))
            {
                NoteAnchor(around);
                WriteAll(place, around, marks.With(around), line);
            }
            else if (child is IElement or IText)
            {
                WriteInline(line, child, marks);
            }
        }
        Flush(place, line);
        if (container.HasChildNodes)
        {
            to.AppendChild(container);
        }
    }

    private void WriteHeading(INode to, IElement element, Marks marks)
    {
        var heading = document.CreateElement(element.LocalName);
        var own = AnchorOf(element.Id ?? "");
        if (own.Length > 0)
        {
            heading.Id = own;
        }
        WriteLine(heading, element, marks);
        if (heading.HasChildNodes)
        {
            to.AppendChild(heading);
        }
        else
        {
            NoteAnchor(element);
        }
    }

    /// <summary>All that an element holds on one line, with breaks where blocks began.</summary>
    private void WriteLine(INode to, IElement element, Marks marks)
    {
        var line = new LineBuilder();
        AddAnchors(line);
        WriteFlat(line, element, marks);
        line.WriteTo(to, document);
    }

    private void WriteFlat(LineBuilder line, INode from, Marks marks)
    {
        foreach (var node in from.ChildNodes)
        {
            if (node is IElement { LocalName: "script" or "style" or "iframe" or "form" })
            {
                continue;
            }
            if (node is IElement element && (BlockNames.Contains(element.LocalName) || holdsBlocks.Contains(element)))
            {
                line.Break(marks);
                WriteFlat(line, element, BlockNames.Contains(element.LocalName) ? marks : marks.With(element));
                line.Break(marks);
            }
            else
            {
                WriteInline(line, node, marks);
            }
        }
    }
}
