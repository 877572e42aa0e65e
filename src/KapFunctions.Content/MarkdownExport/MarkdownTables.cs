using System.Text;
using AngleSharp.Dom;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Null for tables and figures that stay HTML.</summary>
internal static class MarkdownTables
{
    /// <summary>Markdown wants rows as long as the head, with one line in each cell.</summary>
    public static string? Table(IElement table, MarkdownRules rules)
    {
        IReadOnlyList<IElement> rows = [.. table.Children.SelectMany(part => part.Children)];
        if (
            table.LocalName != "table"
            || FirstRow(table) is not { Children.Length: > 0 } head
            || table.Children.Skip(1).Any(part => part.LocalName != "tbody")
            || rows.Any(row => row.Children.Length != head.Children.Length || !row.Children.All(IsSimple))
        )
        {
            return null;
        }
        var text = new StringBuilder();
        if (head.ParentElement!.LocalName == "tbody")
        {
            text.Append("| ").AppendJoin(" | ", head.Children.Select(_ => "")).Append(" |\n");
            text.Append("| ").AppendJoin(" | ", head.Children.Select(Rule)).Append(" |\n");
        }
        foreach (var row in rows)
        {
            var cells = row.Children.Select(cell => MarkdownInlines.Of(cell.ChildNodes, rules, isOneLine: true));
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            if (row == head && head.ParentElement!.LocalName == "thead")
            {
                text.Append("| ").AppendJoin(" | ", row.Children.Select(Rule)).Append(" |\n");
            }
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The head, or the first row of a table that has none.</summary>
    private static IElement? FirstRow(IElement table) =>
        table.FirstElementChild switch
        {
            { LocalName: "thead", Children: [var head] } => head,
            { LocalName: "tbody", Children: [var first, ..] } body
                when body.Children.All(row => row.Children.All(cell => cell.LocalName == "td")) => first,
            _ => null,
        };

    /// <summary>A picture and the line below it: the title of a picture that stands alone.</summary>
    public static string? Figure(IElement figure, MarkdownRules rules)
    {
        if (
            figure.LocalName != "figure"
            || figure.Attributes.Length > 0
            || figure.Children
                is not [{ LocalName: "img" } image, { LocalName: "figcaption", ChildElementCount: 0 } caption]
            || image.HasAttribute("title")
            || image.HasAttribute("width")
            || image.HasAttribute("height")
            || string.IsNullOrWhiteSpace(caption.TextContent)
            // A title may hold comments, which nobody sees, and marks, of which only the words are shown.
            || caption.TextContent.AsSpan().IndexOfAny("%{<") >= 0
            || CaptionText.Of(caption.TextContent) != caption.TextContent
        )
        {
            return null;
        }
        var text = new StringBuilder();
        var address = MarkdownText.Clean(image.GetAttribute("src") ?? "");
        MarkdownInlines.AppendImage(
            text,
            address,
            rules.Escape(MarkdownText.OneLine(image.GetAttribute("alt") ?? "")),
            caption.TextContent
        );
        return text.ToString();
    }

    private static bool IsSimple(IElement cell) =>
        !cell.HasAttribute("colspan")
        && !cell.HasAttribute("rowspan")
        && !cell.QuerySelectorAll("*").Any(MarkdownBlocks.IsBlock);

    private static string Rule(IElement cell) =>
        cell.ClassList switch
        {
            var names when names.Contains("align-left") => ":---",
            var names when names.Contains("align-center") => ":---:",
            var names when names.Contains("align-right") => "---:",
            _ => "---",
        };
}
