using System.Text.Json;
using KapFunctions.Importing.Html;

namespace KapFunctions.Importing.Ghost;

/// <summary>Ghost's editor since version 5: https://lexical.dev/docs/concepts/nodes. An unknown node or kind of text is carried over
/// by what it holds.</summary>
internal static class LexicalText
{
    private static readonly (int Bit, string Element)[] Formats =
    [
        (1, "strong"),
        (2, "em"),
        (4, "del"),
        (16, "code"),
        (32, "sub"),
        (64, "sup"),
        (128, "mark"),
    ];

    /// <param name="text">JSON.</param>
    /// <param name="onLeft">Hears the name of each card that was left out.</param>
    /// <exception cref="JsonException">It is no JSON, or nested deeper than anybody writes.</exception>
    public static IEnumerable<string> ToMarkdown(string text, Action<string> onLeft)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.Inner("root").Inner("children").Items().Select(node => Block(node, onLeft))];
    }

    private static string Block(JsonElement node, Action<string> onLeft)
    {
        if (IsElement(node))
        {
            return HtmlToMarkdown.Convert(Html(node)).Trim('\n');
        }
        var name = node.Text("type") ?? "";
        if (GhostCards.ToMarkdown(name, node) is { } card)
        {
            return card;
        }
        onLeft(name);
        return "";
    }

    private static string Html(JsonElement node)
    {
        var inner = string.Concat(node.Inner("children").Items().Select(Html));
        return node.Text("type") switch
        {
            "text" or "extended-text" => Formatted(node),
            "linebreak" => "<br>",
            "tab" => " ",
            "link" or "autolink" or "at-link" => $"<a href=\"{GhostCards.Encoded(node.Text("url"))}\">{inner}</a>",
            "paragraph" => $"<p>{inner}</p>",
            "heading" or "extended-heading" => Element(
                node.Text("tag") is ['h', >= '1' and <= '6'] tag ? tag : "h2",
                inner
            ),
            "quote" or "extended-quote" or "aside" => $"<blockquote><p>{inner}</p></blockquote>",
            "list" => node.Text("listType") == "number"
                ? $"<ol start=\"{node.Number("start")}\">{inner}</ol>"
                : $"<ul>{inner}</ul>",
            "listitem" => $"<li>{inner}</li>",
            _ => inner,
        };
    }

    private static string Formatted(JsonElement node)
    {
        var format = node.Number("format");
        return Formats
            .Where(known => (format & known.Bit) != 0)
            .Aggregate(GhostCards.Encoded(node.Text("text")), (text, known) => Element(known.Element, text));
    }

    private static string Element(string name, string inner) => $"<{name}>{inner}</{name}>";

    private static bool IsElement(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("children", out _);
}
