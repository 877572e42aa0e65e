using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using KapFunctions.Content.Links;

namespace KapFunctions.Content.MarkdownExport;

internal sealed partial class MarkdownBlocks(MarkdownRules rules)
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        (
            "address article aside blockquote details div dl figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre "
            + "section summary table ul"
        ).Split(' ')
    );

    private readonly MarkdownOutput output = new();
    private readonly Footnotes notes = rules.Notes;
    private bool isSecondList;

    /// <summary>Nine digits is all that Markdown reads, and each item adds one.</summary>
    private const int MaxNumber = 900_000_000;

    public static string Write(IElement body, MarkdownRules rules)
    {
        var blocks = new MarkdownBlocks(rules);
        blocks.WriteAll(body);
        return blocks.output.ToString();
    }

    /// <summary>Where lists stop to show a post.</summary>
    private static bool IsCut(INode node) => node is IComment { Data: "more" };

    public static bool IsBlock(INode node) => node is IElement element && Blocks.Contains(element.LocalName);

    private void WriteAll(IElement parent, IElement? except = null)
    {
        var line = new List<INode>();
        IElement? before = null;
        foreach (var node in parent.ChildNodes)
        {
            if (IsCut(node))
            {
                WriteLine(line);
                line.Clear();
                WriteOne("<!--more-->");
                before = null;
            }
            else if (!IsBlock(node))
            {
                line.Add(node);
            }
            else if (node != except)
            {
                before = WriteLine(line) ? null : before;
                line.Clear();
                WriteBlock((IElement)node, before);
                before = (IElement)node;
            }
        }
        WriteLine(line);
    }

    /// <summary>False where there is none.</summary>
    private bool WriteLine(IEnumerable<INode> line, string anchor = "")
    {
        var text = anchor + MarkdownText.Paragraph(MarkdownInlines.Of(line, rules));
        if (text.Length > 0)
        {
            WriteOne(text);
        }
        return text.Length > 0;
    }

    private void WriteBlock(IElement element, IElement? before)
    {
        switch (element.LocalName)
        {
            case "p" when !element.ChildNodes.Any(IsBlock):
                WriteParagraph(element);
                break;
            case ['h', >= '1' and <= '6' and var level]:
                WriteHeading(element, level - '0');
                break;
            case "ul" or "ol" when IsPlain(element):
                WriteList(element, isSecond: before?.LocalName == element.LocalName && !isSecondList);
                break;
            case "blockquote":
                output.Blank();
                output.Within("> ", "> ", () => WriteAll(element));
                break;
            case "pre" when element.QuerySelector("a[href]") is not null:
                // Markdown's code has no links.
                WriteOne(MarkdownHtml.Of(element));
                break;
            case "pre":
                WriteCode(element);
                break;
            case "hr":
                // A dash behind the sign of an item would be a line without the item.
                WriteOne(output.IsOpening ? "___" : "---");
                break;
            case "div" when FormulaOf(element) is { } tex:
                WriteOne($"$$\n{tex}\n$$");
                break;
            case "div" when AlertKind(element) is { } kind:
                WriteAlert(element, kind);
                break;
            case "figure" when IsOfLinks(element):
                WriteLinks(element);
                break;
            case "section" when element == notes.Section:
                WriteNotes(element);
                break;
            case "figure" or "table" or "dl" or "summary" or "ul" or "ol":
                WriteOne(
                    MarkdownTables.Figure(element, rules)
                        ?? MarkdownTables.Table(element, rules)
                        ?? MarkdownHtml.Of(element)
                );
                break;
            default:
                WriteContainer(element);
                break;
        }
    }

    private void WriteOne(string lines)
    {
        output.Blank();
        output.Lines(lines);
    }

    private void WriteParagraph(IElement paragraph)
    {
        if (paragraph.HasAttribute("lang") || paragraph.HasAttribute("dir") || paragraph.HasAttribute("title"))
        {
            WriteOne(MarkdownHtml.Of(paragraph));
            return;
        }
        var id = paragraph.Id;
        WriteLine(paragraph.ChildNodes, string.IsNullOrEmpty(id) ? "" : $"<a id=\"{MarkdownText.Attribute(id)}\"></a>");
    }

    private void WriteHeading(IElement heading, int level)
    {
        var text = MarkdownInlines.Of(heading.ChildNodes, rules, isOneLine: true);
        text = text.EndsWith('#') ? text[..^1] + "\\#" : text;
        // At the end of a heading braces are attributes, with a backslash before them, too.
        text = text.EndsWith('}') ? text.Replace("\\{", "&#123;", StringComparison.Ordinal) : text;
        var id = heading.Id is { Length: > 0 } given && given != Anchor.Of(heading.TextContent) ? $" {{#{given}}}" : "";
        WriteOne($"{new string('#', level)} {text}{id}".TrimEnd());
    }

    /// <summary>A second list right behind one of its kind has another sign, or both would be one.</summary>
    private void WriteList(IElement list, bool isSecond)
    {
        output.Blank();
        isSecondList = isSecond;
        var isLoose = list.Children.Any(item => item.Children.Any(child => child.LocalName == "p"));
        var number =
            int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && start < MaxNumber
                ? start
                : 1;
        foreach (var item in list.Children)
        {
            var sign =
                list.LocalName == "ul"
                    ? (isSecond ? "* " : "- ")
                    : string.Create(CultureInfo.InvariantCulture, $"{number++}{(isSecond ? ')' : '.')} ");
            if (isLoose)
            {
                output.Blank();
            }
            output.Within(sign, new(' ', sign.Length), () => WriteItem(item));
        }
        isSecondList = isSecond;
    }

    private void WriteItem(IElement item)
    {
        // Between a line and the list below it no blank line is needed, which would make paragraphs of all items.
        if (
            item.Children.Count(IsBlock) == 1
            && item.LastElementChild is { LocalName: "ul" or "ol" } inner
            && EndsLine(inner)
        )
        {
            if (WriteLine(item.ChildNodes.Where(node => node != inner)))
            {
                output.IsFresh = true;
            }
            WriteBlock(inner, null);
            return;
        }
        WriteAll(item);
    }

    /// <summary>Letters for numbers, and counting down, only HTML can say.</summary>
    private static bool IsPlain(IElement list) =>
        list.Children.All(item => item.LocalName == "li" && !item.HasAttribute("value") && !item.HasAttribute("id"))
        && !list.HasAttribute("type")
        && !list.HasAttribute("reversed");

    /// <summary>Right below a line only a list that begins with 1 and has a first line is one.</summary>
    private static bool EndsLine(IElement list) =>
        list.GetAttribute("start") is null or "1" && list.FirstElementChild is { } first && first.HasChildNodes;

    /// <summary>A player, or a picture of another host.</summary>
    private static bool IsOfLinks(IElement figure) =>
        figure.ClassList.Contains("embed")
        || (
            figure.Attributes.Length == 0
            && figure.Children
                is [{ LocalName: "a", ChildElementCount: 0 }, { LocalName: "figcaption", ChildElementCount: 0 }]
        );

    /// <summary>Each on a line of its own: an address alone shows the player again.</summary>
    private void WriteLinks(IElement figure)
    {
        var links = figure.QuerySelectorAll("a[href]");
        if (links is [var only] && only.GetAttribute("href") == figure.TextContent.Trim())
        {
            WriteOne(MarkdownText.Clean(only.GetAttribute("href")!));
            return;
        }
        foreach (var child in figure.Children)
        {
            WriteLine([child]);
        }
    }

    private void WriteNotes(IElement section)
    {
        foreach (var note in section.QuerySelectorAll("ol > li[id]"))
        {
            output.Blank();
            output.Within($"[^{notes.LabelOf(note)}]: ", "    ", () => WriteAll(note));
        }
    }

    /// <summary>An element around blocks: between empty lines Markdown goes on in it.</summary>
    private void WriteContainer(IElement element)
    {
        if (element.Attributes.Length == 0 && element.LocalName is "div" or "section" or "article" or "main" or "p")
        {
            WriteAll(element);
            return;
        }
        var opening = new System.Text.StringBuilder();
        MarkdownHtml.AppendOpening(opening, element);
        WriteOne(opening.ToString());
        WriteAll(element);
        WriteOne($"</{element.LocalName}>");
    }
}
