using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Word writes the items of lists as paragraphs that say their level in a style, with their marks as text.</summary>
internal sealed partial class WordList(IDocument document)
{
    /// <summary>From the outside in.</summary>
    private readonly Stack<(int Level, IElement List)> open = new();

    /// <summary>What Word calls the outermost.</summary>
    private string name = "";

    public static bool IsItem(IElement element) =>
        element.LocalName is "p" or "div" && Item().IsMatch(element.GetAttribute("style") ?? "");

    public static bool IsMark(IElement element) =>
        element.LocalName == "span" && Ignored().IsMatch(element.GetAttribute("style") ?? "");

    /// <summary>Whether the paragraph goes on with this list: another one may follow at once.</summary>
    public bool Takes(IElement paragraph) =>
        open.Count == 0 || PlaceOf(paragraph) is var (asked, level) && (asked == name || level > open.Last().Level);

    /// <summary>The item of a true list in the place of the paragraph.</summary>
    public IElement Add(IElement paragraph)
    {
        var (asked, level) = PlaceOf(paragraph);
        if (open.Count == 0)
        {
            name = asked;
        }
        while (open.Count > 1 && open.Peek().Level > level)
        {
            open.Pop();
        }
        if (open.Count == 0 || open.Peek().Level < level)
        {
            var list = NewList(paragraph);
            if (open.Count > 0)
            {
                open.Peek().List.LastElementChild!.AppendChild(list);
            }
            open.Push((level, list));
        }
        return (IElement)open.Peek().List.AppendChild(document.CreateElement("li"));
    }

    /// <summary>All lists that were written, the outermost first; none where none was.</summary>
    public List<IElement> Close()
    {
        if (open.Count == 0)
        {
            return [];
        }
        var outermost = open.Last().List;
        open.Clear();
        return [outermost, .. outermost.QuerySelectorAll("ul, ol")];
    }

    private static (string Name, int Level) PlaceOf(IElement paragraph)
    {
        var item = Item().Match(paragraph.GetAttribute("style")!);
        return (
            item.Groups["name"].Value,
            int.Parse(item.Groups["level"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        );
    }

    private IElement NewList(IElement paragraph)
    {
        var mark = Mark().Match(paragraph.QuerySelectorAll("span").FirstOrDefault(IsMark)?.TextContent.Trim() ?? "");
        var list = document.CreateElement(mark.Success ? "ol" : "ul");
        if (mark.Groups["digits"] is { Success: true, Value: not "1" and var first })
        {
            list.SetAttribute("start", first);
        }
        else if (mark.Groups["letter"] is { Success: true, Value: var letter })
        {
            list.SetAttribute("type", letter is "i" or "I" or "A" ? letter : "a");
        }
        return list;
    }

    [GeneratedRegex(
        @"mso-list\s*:\s*(?<name>l\d+)\s+level(?<level>[1-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Item();

    [GeneratedRegex(@"mso-list\s*:\s*ignore", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ignored();

    [GeneratedRegex(
        @"^\(?((?<digits>[0-9]{1,6})|(?<letter>[a-zA-Z]))[.)]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mark();
}
