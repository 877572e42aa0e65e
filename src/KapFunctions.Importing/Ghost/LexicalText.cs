using System.Text.Json;

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
        (8, "u"),
        (16, "code"),
        (32, "sub"),
        (64, "sup"),
        (128, "mark"),
    ];

    /// <param name="json">The document.</param>
    /// <param name="text">Takes what it holds.</param>
    /// <exception cref="JsonException">It is no JSON, or nested deeper than anybody writes.</exception>
    public static void AddTo(GhostText text, string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var node in document.RootElement.Inner("root").Inner("children").Items())
        {
            if (IsElement(node))
            {
                text.Add(Html(node));
            }
            else if (node.Text("type") is { } name)
            {
                GhostCards.Add(text, name, node);
            }
        }
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
                ? $"<ol start=\"{(node.Number("start") is > 0 and var start ? start : 1)}\">{Items(node)}</ol>"
                : $"<ul>{Items(node)}</ul>",
            _ => inner,
        };
    }

    /// <summary>A list within a list is an item of its own here, and belongs to the one before.</summary>
    private static string Items(JsonElement list)
    {
        var items = new List<string>();
        foreach (var item in list.Inner("children").Items())
        {
            var parts = item.Inner("children").Items().ToArray();
            var inner = string.Concat(parts.Select(Html));
            if (items.Count > 0 && parts.Length > 0 && Array.TrueForAll(parts, part => part.Text("type") == "list"))
            {
                items[^1] += inner;
                continue;
            }
            var box =
                list.Text("listType") == "check"
                    ? $"<input type=\"checkbox\"{(item.Flag("checked") ? " checked" : "")}>"
                    : "";
            items.Add(box + inner);
        }
        return string.Concat(items.Select(item => Element("li", item)));
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
