using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Content.MarkdownExport;

internal sealed partial class MarkdownInlines(MarkdownRules rules, bool isOneLine)
{
    private readonly StringBuilder output = new();

    public static string Of(IEnumerable<INode> nodes, MarkdownRules rules, bool isOneLine = false) =>
        Written(nodes, rules, isOneLine).ToString().Trim(' ', '\n', '\t');

    private static StringBuilder Written(IEnumerable<INode> nodes, MarkdownRules rules, bool isOneLine)
    {
        var writer = new MarkdownInlines(rules, isOneLine);
        writer.WriteAll(nodes);
        return writer.output;
    }

    private void WriteAll(IEnumerable<INode> nodes)
    {
        // Asking a node for its next sibling costs a walk along all of them.
        INode? before = null;
        foreach (var node in nodes.Where(node => node is not IElement element || !MarkdownHtml.IsOfPage(element)))
        {
            Write(before, next: node);
            before = node;
        }
        Write(before, next: null);
    }

    private void Write(INode? node, INode? next)
    {
        if (node is IText { Data: var text })
        {
            output.Append(
                rules.Escape(
                    isOneLine ? MarkdownText.OneLine(text) : text,
                    next is null && MarkdownBlocks.IsBlock(node.Parent!)
                )
            );
        }
        else if (node is IElement element)
        {
            Write(element, next);
        }
    }

    private void Write(IElement element, INode? next)
    {
        switch (element.LocalName)
        {
            case "strong" or "b" when element.Attributes.Length == 0:
                WriteEmphasis(element, "**", next);
                break;
            case "em" or "i" when element.Attributes.Length == 0:
                WriteEmphasis(element, "*", next);
                break;
            case "del" or "s" when element.Attributes.Length == 0:
                WriteEmphasis(element, "~~", next);
                break;
            case "code" when element.ChildElementCount == 0:
                WriteCode(element);
                break;
            case "br":
                output.Append(isOneLine || next is null ? "<br>" : "\\\n");
                break;
            case "img":
                WriteImage(element);
                break;
            case "input" when IsTask(element):
                output.Append(element.HasAttribute("checked") ? "[x]" : "[ ]");
                break;
            case "a" when element.HasAttribute("href") && !HasLink(element):
                WriteLink(element);
                break;
            case "span" when IsMath(element) && Formula().Match(element.TextContent) is { Success: true } formula:
                var sign = formula.Groups["display"].Success ? "$$" : "$";
                output.Append(sign).Append(MarkdownText.Clean(formula.Groups["tex"].Value)).Append(sign);
                break;
            case "span" or "p" or "div" or "figcaption" when !IsNeeded(element):
                WriteAll(element.ChildNodes);
                break;
            default:
                WriteHtml(element);
                break;
        }
    }

    /// <summary>Selectors would be read anew for each of very many links.</summary>
    private static bool HasLink(IElement element) =>
        element.ChildNodes.OfType<IElement>().Any(child => child.LocalName == "a" || HasLink(child));

    private void WriteHtml(IElement element)
    {
        if (rules.Notes.Refer(element) is { } label)
        {
            output.Append("[^").Append(label).Append(']');
            return;
        }
        MarkdownHtml.AppendOpening(output, element);
        WriteAll(element.ChildNodes);
        output.Append(MarkdownHtml.IsVoid(element) ? "" : $"</{element.LocalName}>");
    }

    /// <summary>A class only says how something looks.</summary>
    private static bool IsNeeded(IElement element) => element.Attributes.Any(attribute => attribute.Name != "class");

    /// <summary>Signs where every reader takes them for emphasis, else HTML.
    /// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run</summary>
    private void WriteEmphasis(IElement element, string sign, INode? next)
    {
        var inner = Written(element.ChildNodes, rules, isOneLine).ToString();
        var text = element.TextContent;
        var isClear =
            inner.Length > 0
            && IsEnd(text.Length == 0 ? '!' : text[0], inner[0], element, inner, sign)
            && IsEnd(text.Length == 0 ? '!' : text[^1], inner[^1], element, inner, sign)
            && Flanks(output.Length == 0 ? '\n' : output[^1], inner[0])
            && Flanks(
                next switch
                {
                    null => '\n',
                    IText { Data: [var c, ..] } => c,
                    IElement { LocalName: "br" } => '\n',
                    _ => 'x',
                },
                inner[^1]
            );
        if (isClear)
        {
            output.Append(sign).Append(inner).Append(sign);
            return;
        }
        MarkdownHtml.AppendOpening(output, element);
        output.Append(inner).Append("</").Append(element.LocalName).Append('>');
    }

    /// <summary>No blank of any kind, and no sign of emphasis but that of one mark right inside another.</summary>
    private static bool IsEnd(char shown, char written, IElement element, string inner, string sign) =>
        !char.IsWhiteSpace(shown)
        && !char.IsWhiteSpace(written)
        && written is not ('<' or '>' or '`' or '\u0001' or '\u0004')
        && (written is not ('*' or '~' or '_') || IsBoth(element, inner, sign) || EndsSoftly(element, inner, sign));

    /// <summary><c>***both***</c></summary>
    private static bool IsBoth(IElement element, string inner, string sign) =>
        element.ChildNodes is [IElement { ChildElementCount: 0 }]
        && sign.Length + (inner.Length - inner.TrimStart('*').Length) == 3
        && sign[0] == '*'
        && inner.TrimStart('*').Length > 0
        && inner.Trim('*').AsSpan().IndexOf('*') < 0;

    /// <summary><c>**strong, *and more***</c></summary>
    private static bool EndsSoftly(IElement element, string inner, string sign) =>
        sign == "**"
        && inner[0] != '*'
        && inner.EndsWith('*')
        && !inner.EndsWith("**", StringComparison.Ordinal)
        && !inner.EndsWith("\\*", StringComparison.Ordinal)
        && element.LastChild is IElement { LocalName: "em" or "i", ChildElementCount: 0 };

    /// <summary>Beside a blank anything may be emphasised, beside a mark of punctuation too; letters right outside want HTML.</summary>
    private static bool Flanks(char outside, char inside) =>
        outside is ' ' or '\n' || (IsMark(outside) && char.IsLetterOrDigit(inside));

    private static bool IsMark(char c) =>
        c
            is '.'
                or ','
                or ';'
                or ':'
                or '!'
                or '?'
                or '('
                or ')'
                or '/'
                or '”'
                or '“'
                or '„'
                or '»'
                or '«'
                or '—'
                or '–';

    private void WriteCode(IElement element)
    {
        var code = MarkdownText.Clean(element.TextContent).Replace('\n', ' ');
        // A bar would end the cell of a table, with some readers even in code; blanks at both ends mean nothing to most.
        if (
            string.IsNullOrWhiteSpace(code)
            || element.Attributes.Length > 0
            || (isOneLine && code.Contains('|', StringComparison.Ordinal))
            || (output.Length > 0 && output[^1] == '`')
        )
        {
            output.Append("<code>").Append(rules.Escape(code)).Append("</code>");
            return;
        }
        var ticks = new string('`', LongestRun(code, '`') + 1);
        var pad = code[0] is '`' or ' ' || code[^1] is '`' or ' ' ? " " : "";
        output.Append(ticks).Append(pad).Append(code).Append(pad).Append(ticks);
    }

    public static int LongestRun(ReadOnlySpan<char> text, char c)
    {
        var longest = 0;
        for (var at = text.IndexOf(c); at >= 0; at = text.IndexOf(c))
        {
            text = text[at..];
            var run = text.IndexOfAnyExcept(c) is >= 0 and var end ? end : text.Length;
            longest = Math.Max(longest, run);
            text = text[run..];
        }
        return longest;
    }

    private void WriteImage(IElement image)
    {
        if (image.HasAttribute("width") || image.HasAttribute("height") || image.HasAttribute("id"))
        {
            MarkdownHtml.AppendOpening(output, image);
            return;
        }
        var address = MarkdownText.Clean(image.GetAttribute("src") ?? "");
        AppendImage(
            output,
            address,
            rules.Escape(MarkdownText.OneLine(image.GetAttribute("alt") ?? "")),
            image.GetAttribute("title")
        );
    }

    /// <summary>One that leads nowhere is the text of what it shows, which is Markdown already.</summary>
    public static void AppendImage(StringBuilder output, string address, string alt, string? title)
    {
        OpenAddress.Append(output, address, "![", null);
        output.Append(alt);
        OpenAddress.Append(output, address, "](", MarkdownText.Title(title) + ")");
    }

    private void WriteLink(IElement link)
    {
        var address = MarkdownText.Clean(link.GetAttribute("href")!);
        if (link.TextContent == address && Bare().IsMatch(address))
        {
            output.Append('<').Append(address).Append('>');
            return;
        }
        if (link.HasAttribute("id"))
        {
            output.Append("<a id=\"").Append(MarkdownText.Attribute(link.Id!)).Append("\"></a>");
        }
        OpenAddress.Append(output, address, "[", null);
        output.Append(Written(link.ChildNodes, rules with { IsInLink = true }, isOneLine));
        OpenAddress.Append(output, address, "](", MarkdownText.Title(link.GetAttribute("title")) + ")");
    }

    /// <summary>The box of an item in a list of tasks stands before all else in it.</summary>
    private static bool IsTask(IElement box) =>
        box.ParentElement is { } parent
        && parent.FirstChild == box
        && (
            parent.LocalName == "li"
            || parent.ParentElement is { LocalName: "li" } item && item.FirstElementChild == parent
        );

    private static bool IsMath(IElement element) => element.ClassName == "math" && element.ChildElementCount == 0;

    [GeneratedRegex(
        @"\A(\\\((?<tex>[^$\s]([^$\n]*[^$\s\\])?)\\\)|\\\[(?<display>)(?<tex>[^$\n]+)\\\])\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Formula();

    [GeneratedRegex(@"\Ahttps?://[^\s<>&%{}]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
