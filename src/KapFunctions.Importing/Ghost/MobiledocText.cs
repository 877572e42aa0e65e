using System.Text;
using System.Text.Json;
using KapFunctions.Importing.Html;

namespace KapFunctions.Importing.Ghost;

/// <summary>Ghost's editor from version 1 to 4: sections point into lists of markups, atoms and cards.
/// https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md</summary>
internal static class MobiledocText
{
    private static readonly HashSet<string> Markups = ["a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"];

    /// <param name="text">JSON.</param>
    /// <param name="onLeft">Hears the name of each card that was left out.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IEnumerable<string> ToMarkdown(string text, Action<string> onLeft)
    {
        using var json = JsonDocument.Parse(text);
        var document = json.RootElement;
        // The oldest documents hold one card, and no section that points to it.
        return document.Inner("sections").ValueKind == JsonValueKind.Array
            ? [.. document.Inner("sections").Items().Select(section => Section(section, document, onLeft))]
            : [.. document.Inner("cards").Items().Select(card => Card(card, onLeft))];
    }

    private static string Section(JsonElement section, JsonElement document, Action<string> onLeft) =>
        Number(section, 0) switch
        {
            1 => Markdown(Element(At(section, 1), At(section, 2), document)),
            2 => Markdown($"<p><img src=\"{GhostCards.Encoded(TextOf(At(section, 1)))}\" alt=\"\"></p>"),
            3 => Markdown(List(section, document)),
            10 => Card(At(document.Inner("cards"), Number(section, 1)), onLeft),
            _ => "",
        };

    private static string Card(JsonElement card, Action<string> onLeft)
    {
        var name = TextOf(At(card, 0)) ?? "";
        if (GhostCards.ToMarkdown(name, At(card, 1)) is { } markdown)
        {
            return markdown;
        }
        onLeft(name);
        return "";
    }

    private static string Element(JsonElement tag, JsonElement markers, JsonElement document)
    {
        var inner = Markers(markers, document);
        return TextOf(tag)?.ToLowerInvariant() switch
        {
            "blockquote" or "aside" or "pull-quote" => $"<blockquote><p>{inner}</p></blockquote>",
            ['h', >= '1' and <= '6'] heading => $"<{heading}>{inner}</{heading}>",
            _ => $"<p>{inner}</p>",
        };
    }

    private static string List(JsonElement section, JsonElement document)
    {
        var tag = TextOf(At(section, 1)) == "ol" ? "ol" : "ul";
        var items = At(section, 2).Items().Select(item => $"<li>{Markers(item, document)}</li>");
        return $"<{tag}>{string.Concat(items)}</{tag}>";
    }

    /// <summary>Markers open markups by their number in a list, and close as many as they say, the last opened first.</summary>
    private static string Markers(JsonElement markers, JsonElement document)
    {
        var html = new StringBuilder();
        var open = new Stack<string>();
        foreach (var marker in markers.Items())
        {
            foreach (var markup in At(marker, 1).Items())
            {
                open.Push(Open(At(document.Inner("markups"), IndexOf(markup)), html));
            }
            html.Append(Number(marker, 0) == 1 ? Atom(marker, document) : GhostCards.Encoded(TextOf(At(marker, 3))));
            for (var closed = Number(marker, 2); closed > 0 && open.Count > 0; closed--)
            {
                html.Append(open.Pop());
            }
        }
        return html.Append(string.Concat(open)).ToString();
    }

    private static string Open(JsonElement markup, StringBuilder html)
    {
        if (TextOf(At(markup, 0))?.ToLowerInvariant() is not { } tag || !Markups.Contains(tag))
        {
            return "";
        }
        html.Append('<').Append(tag);
        var attributes = At(markup, 1).Items().Select(TextOf).ToList();
        if (tag == "a" && attributes.IndexOf("href") is >= 0 and var at && at + 1 < attributes.Count)
        {
            html.Append(" href=\"").Append(GhostCards.Encoded(attributes[at + 1])).Append('"');
        }
        html.Append('>');
        return $"</{tag}>";
    }

    private static string Atom(JsonElement marker, JsonElement document)
    {
        var atom = At(document.Inner("atoms"), Number(marker, 3));
        return TextOf(At(atom, 0)) == "soft-return" ? "<br>" : GhostCards.Encoded(TextOf(At(atom, 1)));
    }

    private static string Markdown(string html) => HtmlToMarkdown.Convert(html).Trim('\n');

    private static JsonElement At(JsonElement list, int index) =>
        list.ValueKind == JsonValueKind.Array && index >= 0 && index < list.GetArrayLength() ? list[index] : default;

    private static int Number(JsonElement list, int index) => IndexOf(At(list, index));

    private static int IndexOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : -1;

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
