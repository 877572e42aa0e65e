using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using KapFunctions.Content.Html;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>One line of HTML for what Markdown has no words for: a blank line would end it.</summary>
internal static class MarkdownHtml
{
    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        "br",
        "col",
        "hr",
        "img",
        "input",
        "source",
        "track",
        "wbr"
    );

    public static string Of(IElement element)
    {
        var html = new StringBuilder();
        Append(html, element, isPreformatted: false);
        return html.ToString();
    }

    public static bool IsVoid(IElement element) => Void.Contains(element.LocalName);

    /// <summary>Only a page needs it: the link of a heading to itself, the way back from a note, the frame above a plain link.</summary>
    public static bool IsOfPage(IElement element) =>
        element.LocalName == "iframe" || element.ClassName is "heading-anchor" or "footnote-back";

    public static void AppendOpening(StringBuilder output, IElement element)
    {
        output.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Name is not ("rel" or "loading")))
        {
            if (HtmlRules.Addresses.Contains(attribute.Name))
            {
                var address = MarkdownText.Clean(attribute.Value);
                OpenAddress.Append(output, address, $" {attribute.Name}=\"", "\"");
            }
            else
            {
                output
                    .Append(' ')
                    .Append(attribute.Name)
                    .Append("=\"")
                    .Append(MarkdownText.Attribute(attribute.Value))
                    .Append('"');
            }
        }
        output.Append('>');
    }

    private static void Append(StringBuilder output, INode node, bool isPreformatted)
    {
        if (node is IText { Data: var text })
        {
            var clean = isPreformatted ? MarkdownText.Clean(text) : MarkdownText.OneLine(text);
            output.Append(MarkdownText.Html(clean).Replace("\n", "&#10;", StringComparison.Ordinal));
        }
        else if (node is IElement element && !IsOfPage(element))
        {
            AppendOpening(output, element);
            foreach (var child in element.ChildNodes)
            {
                Append(output, child, isPreformatted || element.LocalName == "pre");
            }
            output.Append(IsVoid(element) ? "" : $"</{element.LocalName}>");
        }
    }
}
