using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

internal static partial class HtmlInlines
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create(" ()<>\\");

    public static string Of(IEnumerable<INode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            text.Append(Inline(node));
        }
        return text.Replace("\\\n ", "\\\n").ToString();
    }

    public static string Escape(string text) =>
        EntityLike().Replace(Signs().Replace(Blanks().Replace(text, " "), @"\$0"), "&amp;");

    public static string Link(string text, string address, string? title) =>
        $"[{text}]({Address(address)}{Title(title)})";

    private static string Inline(INode node)
    {
        if (node is not IElement element)
        {
            return node is IText text ? Escape(text.Data) : "";
        }
        return element.LocalName switch
        {
            "br" => "\\\n",
            "strong" or "b" => Around(element, "**"),
            "em" or "i" => Around(element, "*"),
            "del" or "s" or "strike" => Around(element, "~~"),
            "code" => Code(element.TextContent),
            "a" when element.GetAttribute("href") is { Length: > 0 } address => Link(
                Of(element.ChildNodes).Trim(),
                address,
                element.GetAttribute("title")
            ),
            "img" => Picture(element),
            "a" or "span" or "font" or "p" or "div" or "section" => Of(element.ChildNodes),
            "script" or "style" => "",
            "iframe" or "video" or "audio" or "svg" or "input" => element.OuterHtml.ReplaceLineEndings(" "),
            var name => $"<{name}>{Of(element.ChildNodes)}</{name}>",
        };
    }

    /// <summary>Markers touch the words that they emphasise; blanks go outside.</summary>
    private static string Around(IElement element, string marker)
    {
        var inner = Of(element.ChildNodes);
        var core = inner.Trim();
        if (core.Length == 0)
        {
            return inner.Length == 0 ? "" : " ";
        }
        var before = inner.StartsWith(' ') ? " " : "";
        var after = inner.EndsWith(' ') ? " " : "";
        // "*a **b***" reads as it should; two markers of one kind would not.
        var others = marker == "*" ? core.Replace("**", "", StringComparison.Ordinal) : core;
        return others.Contains(marker, StringComparison.Ordinal)
            ? $"{before}<{element.LocalName}>{core}</{element.LocalName}>{after}"
            : $"{before}{marker}{core}{marker}{after}";
    }

    private static string Code(string text)
    {
        var line = Blanks().Replace(text, " ").Trim();
        var fence = line.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        return line.Length == 0 ? ""
            : fence.Length == 1 ? $"`{line}`"
            : $"`` {line} ``";
    }

    private static string Picture(IElement image) =>
        image.GetAttribute("src") is { Length: > 0 } source
            ? $"![{Escape(image.GetAttribute("alt") ?? "")}]({Address(source)}{Title(image.GetAttribute("title"))})"
            : "";

    private static string Address(string address)
    {
        var trimmed = address
            .Trim()
            .Replace("\n", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal);
        return trimmed.AsSpan().IndexOfAny(Breaking) < 0
            ? trimmed
            : $"<{trimmed.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";
    }

    private static string Title(string? title) =>
        string.IsNullOrWhiteSpace(title)
            ? ""
            : $" \"{Escape(title.Trim()).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"[ \t\r\n\f]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    /// <summary>An underscore inside a word means nothing, nor does a sign that must be doubled.</summary>
    [GeneratedRegex(@"[\\`*\[\]<$|]|(?<!\w)_|_(?!\w)|~|\^|(?<=[=+])[=+]|\{(?=[.#:])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"&(?=#?[A-Za-z0-9]{1,31};)", RegexOptions.CultureInvariant)]
    private static partial Regex EntityLike();
}
