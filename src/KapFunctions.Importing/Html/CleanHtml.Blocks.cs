using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Lists and code.</summary>
internal sealed partial class CleanHtml
{
    private const string InCode = "a[href], em, i, strong, b, u, mark, del, s, ins, sub, sup, img, cite";

    /// <summary>Blocks beside the items, which some editors write, belong to the item before them.</summary>
    private void WriteList(INode to, IElement from, Marks marks)
    {
        NoteAnchor(from);
        var list = document.CreateElement(from.LocalName == "ol" ? "ol" : "ul");
        Copy(from, list, "start");
        if (from.GetAttribute("type") is "a" or "A" or "i" or "I")
        {
            Copy(from, list, "type");
        }
        if (from.HasAttribute("reversed"))
        {
            list.SetAttribute("reversed", "");
        }
        IElement? item = null;
        foreach (var child in from.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } li)
            {
                item = (IElement)list.AppendChild(document.CreateElement("li"));
                NoteAnchor(li);
                WriteAll(item, li, marks);
                if (int.TryParse(li.GetAttribute("value"), out var value) && list.LocalName == "ol")
                {
                    item.SetAttribute("value", value.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }
            }
            else if (child is IElement || child is IText { Data: var text } && !string.IsNullOrWhiteSpace(text))
            {
                item ??= (IElement)list.AppendChild(document.CreateElement("li"));
                var holder = document.CreateElement("div");
                holder.AppendChild(child.Clone());
                Note(holder);
                WriteAll(item, holder, marks);
            }
        }
        if (list.HasChildNodes)
        {
            to.AppendChild(Tight(list));
        }
    }

    /// <summary>Where each item is one line, with lists below it at most, it needs no paragraph.</summary>
    private static IElement Tight(IElement list)
    {
        var items = list.Children.ToArray();
        if (
            !Array.TrueForAll(
                items,
                item =>
                    item.ChildNodes.All(node => node is IElement { LocalName: "p" or "ul" or "ol" })
                    && item.ChildNodes.Count(node => node is IElement { LocalName: "p" }) <= 1
                    && item.ChildElementCount <= 2
                    && item.FirstChild is null or IElement { LocalName: "p" }
            )
        )
        {
            return list;
        }
        foreach (var item in items.Where(item => item.FirstElementChild is { LocalName: "p" }))
        {
            var line = item.FirstElementChild!;
            while (line.FirstChild is { } child)
            {
                item.InsertBefore(child, line);
            }
            line.Remove();
        }
        return list;
    }

    private void WriteCode(INode to, IElement from, Marks marks)
    {
        NoteAnchor(from);
        if (
            from.QuerySelector(InCode) is not null
            && from.QuerySelector("code") is null
            && from.ClassName?.Contains("verse", StringComparison.Ordinal) != false
        )
        {
            WriteVerse(to, from, marks);
            return;
        }
        var code = document.CreateElement("code");
        if (CodeLanguageOf.Element(from) is { Length: > 0 } language)
        {
            code.ClassName = "language-" + language;
        }
        if (from.QuerySelectorAll("a[href]").Any(LeadsElsewhere))
        {
            AppendLinkedCode(code, from);
        }
        else
        {
            var text = new StringBuilder();
            AppendCode(text, from);
            code.TextContent = Unframed(text.ToString());
        }
        if (anchors.Count > 0)
        {
            var line = new LineBuilder();
            line.Object(AnchorElement(anchors[0]), Marks.None);
            Flush(to, line);
        }
        if (code.TextContent.Length > 0)
        {
            to.AppendChild(document.CreateElement("pre")).AppendChild(code);
        }
    }

    /// <summary>Lines with marks in them: blanks at their beginning stay as those that do not go.</summary>
    private void WriteVerse(INode to, IElement from, Marks marks)
    {
        var line = new LineBuilder();
        AddVerse(line, from, marks);
        Flush(to, line);
    }

    private void AddVerse(LineBuilder line, INode from, Marks marks)
    {
        foreach (var node in from.ChildNodes)
        {
            if (node is IText { Data: var text })
            {
                var lines = text.ReplaceLineEndings("\n").Split('\n');
                for (var i = 0; i < lines.Length; i++)
                {
                    if (i > 0)
                    {
                        line.Break(marks);
                    }
                    var indent = i > 0 ? lines[i].Length - lines[i].TrimStart(' ').Length : 0;
                    line.Text(new string('\u00A0', indent) + lines[i][indent..], marks);
                }
            }
            else if (
                node is IElement { LocalName: not ("br" or "img"), HasChildNodes: true } element
                && !IsSilent(element)
            )
            {
                AddAnchor(line, element, marks);
                AddVerse(line, element, marks.With(element));
            }
            else
            {
                WriteInline(line, node, marks);
            }
        }
    }

    private static void AppendCode(StringBuilder text, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText { Data: var data })
            {
                text.Append(data.ReplaceLineEndings("\n"));
            }
            else if (child is IElement { LocalName: "br" })
            {
                text.Append('\n');
            }
            else if (child is IElement element)
            {
                var isLine = element.LocalName is "div" or "p" or "li" or "tr" or "pre" or "table" or "ol" or "ul";
                if (isLine && text.Length > 0 && text[^1] != '\n')
                {
                    text.Append('\n');
                }
                AppendCode(text, element);
                if (isLine && text.Length > 0 && text[^1] != '\n' && element.NextSibling is not null)
                {
                    text.Append('\n');
                }
            }
        }
    }

    /// <summary>Numbers of lines lead to themselves.</summary>
    private static bool LeadsElsewhere(IElement link) => !link.GetAttribute("href")!.StartsWith('#');

    /// <summary>Markdown's code has no links.</summary>
    private void AppendLinkedCode(IElement to, INode from)
    {
        foreach (var child in from.ChildNodes)
        {
            if (child is IElement { LocalName: "a" } link && link.HasAttribute("href") && LeadsElsewhere(link))
            {
                var copy = document.CreateElement("a");
                copy.SetAttribute("href", link.GetAttribute("href")!);
                AppendPlainCode(copy, link);
                to.AppendChild(copy);
            }
            else if (child is IElement element && element.QuerySelector("a[href]") is not null)
            {
                AppendLinkedCode(to, element);
            }
            else
            {
                AppendPlainCode(to, child);
            }
        }
    }

    private void AppendPlainCode(IElement to, INode from)
    {
        var holder = document.CreateElement("div");
        holder.AppendChild(from.Clone());
        var text = new StringBuilder();
        AppendCode(text, holder);
        to.AppendChild(document.CreateTextNode(text.ToString()));
    }

    private static string Unframed(string code) => EmptyLines().Replace(code, "").TrimEnd('\n');

    [GeneratedRegex(@"\A([ \t]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLines();
}
